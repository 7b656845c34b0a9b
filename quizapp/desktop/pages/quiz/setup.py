"""What a quiz is to ask: lessons, kinds, number, time limit, feedback, whether it counts."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSpinBox

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import dress, icon
from quizapp.desktop.pages.quiz.boxes import CheckGroup
from quizapp.desktop.pages.quiz.model import LIMITS_MINUTES, MOST_ITEMS, PackOffer, count_fitting, kinds_offered
from quizapp.desktop.pages.quiz.words import (
    chosen_kinds_words,
    chosen_lessons_words,
    fitting_words,
    kind_words,
    limit_words,
)
from quizapp.desktop.pages.settings.row import SettingRow
from quizapp.desktop.widgets.buttons import Button, Segments
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Panel, rule
from quizapp.desktop.widgets.wheel import WheelScrolls
from quizapp.study.quizzes.choosing import KINDS, Choice
from quizapp.study.quizzes.quiz import When


class QuizSetup(Panel):
    """Lets the learner put a quiz together.

    Signals:
        start_wanted: with the `Choice`.
    """

    start_wanted = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._offers: tuple[PackOffer, ...] = ()
        self._feedback = When.AT_ONCE
        self.lessons, self.kinds = CheckGroup(1), CheckGroup(2)
        self._show_lessons, self._show_kinds = Button(), Button()
        self.count, self.limit = QSpinBox(), QComboBox()
        self.feedback, self.counts = Segments(tuple(When)), QCheckBox()
        self._fitting, self.start = label("muted", wraps=True), Button("primary")
        controls = (self._show_lessons, self._show_kinds, self.count, self.limit, self.feedback, self.counts)
        self._rows = tuple(SettingRow(control) for control in controls)
        self.count.setRange(1, MOST_ITEMS)
        self.count.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for seconds in (None, *(minutes * 60.0 for minutes in LIMITS_MINUTES)):
            self.limit.addItem("", seconds)
        WheelScrolls(self).keep_from(self.count, self.limit)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        # First, as most quizzes are like the one before: nothing is to be set.
        head = QHBoxLayout()
        head.setSpacing(18)
        head.addWidget(self._fitting, 1)
        head.addWidget(self.start)
        self.rows.addLayout(head)
        unfolding = {0: self.lessons, 1: self.kinds}
        for number, row in enumerate(self._rows):
            self.rows.addWidget(rule())
            self.rows.addWidget(row)
            if number in unfolding:
                unfolding[number].hide()
                self.rows.addWidget(unfolding[number])

    def _connect(self) -> None:
        for button, group in ((self._show_lessons, self.lessons), (self._show_kinds, self.kinds)):
            button.setCheckable(True)
            button.toggled.connect(group.setVisible)
            button.toggled.connect(self.retranslate)
            group.changed.connect(self._show_fitting)
        self.count.valueChanged.connect(self._show_fitting)
        self.feedback.chosen.connect(self._choose_feedback)
        self.start.clicked.connect(self._start)

    @Slot(str)
    def _choose_feedback(self, key: str) -> None:
        self._feedback = When(key)

    def show_offers(self, offers: tuple[PackOffer, ...]) -> None:
        """Offer the lessons of these packs, and the kinds of item that are in them."""
        self._offers = offers
        self.lessons.make_boxes([lesson.key for lesson in pack.lessons] for pack in offers)
        there = kinds_offered(offers)
        self.kinds.make_boxes(((kind for kind in KINDS if kind in there),))
        self.retranslate()

    def show_choice(self, choice: Choice) -> None:
        """Show a choice; a limit that can't be chosen becomes the nearest."""
        self.lessons.tick(choice.lessons)
        self.kinds.tick(choice.kinds)
        self.count.setValue(choice.count)
        limits = [self.limit.itemData(place) for place in range(self.limit.count())]
        self.limit.setCurrentIndex(limits.index(_nearest(choice.seconds, limits)))
        self.feedback.choose(choice.feedback)
        self.counts.setChecked(choice.counts)
        self._feedback = choice.feedback
        self._show_fitting()

    def choice(self) -> Choice:
        """Return what is chosen now."""
        return Choice(
            lessons=self.lessons.ticked(),
            kinds=self.kinds.ticked(),
            count=self.count.value(),
            seconds=self.limit.currentData(),
            feedback=self._feedback,
            counts=self.counts.isChecked(),
        )

    @Slot()
    def _start(self) -> None:
        self.start_wanted.emit(self.choice())

    @Slot()
    def _show_fitting(self) -> None:
        wording, choice = self._appearance.wording, self.choice()
        fitting = count_fitting(self._offers, choice)
        self._fitting.setText(fitting_words(fitting, choice.count, wording))
        self.start.setEnabled(fitting > 0)
        every = sum(len(pack.lessons) for pack in self._offers)
        self._show_lessons.setText(chosen_lessons_words(len(choice.lessons), every, wording))
        kinds = len(kinds_offered(self._offers))
        self._show_kinds.setText(chosen_kinds_words(len(choice.kinds), kinds, wording))
        for button, name in ((self._show_lessons, wording.say("Lessons")), (self._show_kinds, wording.say("Kinds"))):
            button.setAccessibleName(f"{name}: {button.text()}")

    @Slot()
    def retranslate(self) -> None:
        """Show the words in the language and look in use."""
        wording, colours = self._appearance.wording, self._appearance.colours
        say = wording.say
        lessons, kinds, count, limit, feedback, counts = self._rows
        lessons.set_words(say("Lessons"))
        kinds.set_words(say("Kinds"), say("Cards are not asked: nobody but you can judge them."))
        count.set_words(say("How many"))
        limit.set_words(say("Time limit"), say("The clock stands still while you pause or read an explanation."))
        feedback.set_words(say("Feedback"), say("When you learn whether an answer is right."))
        counts.set_words(say("Counts for the schedule"), say("Else what you answer here moves no due date."))
        self.feedback.set_words({When.AT_ONCE: say("At once"), When.AT_THE_END: say("At the end")})
        for place in range(self.limit.count()):
            self.limit.setItemText(place, limit_words(self.limit.itemData(place), wording))
        for group in (self.lessons, self.kinds):
            group.every.setText(say("Choose all"))
            group.none.setText(say("Choose none"))
        self.kinds.set_words({kind: kind_words(kind, wording) for kind in KINDS})
        titles = {each.key: each.title.read(wording.language) for pack in self._offers for each in pack.lessons}
        self.lessons.set_words(titles, [pack.title.read(wording.language) for pack in self._offers])
        for button in (self._show_lessons, self._show_kinds):
            button.setIcon(icon("chevron-down" if button.isChecked() else "chevron-right", colours.text))
        self.start.setText(say("Start the quiz"))
        dress(self.start, "play", colours.on_accent, disabled=colours.muted)
        self._show_fitting()


def _nearest(seconds: float | None, limits: list[float | None]) -> float | None:
    if seconds is None:
        return None
    wanted = seconds
    return min((limit for limit in limits if limit is not None), key=lambda limit: abs(limit - wanted))
