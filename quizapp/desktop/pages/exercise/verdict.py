"""The right pane of an exercise: the verdict in a sentence, the recognised mistake, the checks."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import icon
from quizapp.desktop.pages.exercise.model import ExerciseState, Latest
from quizapp.desktop.pages.exercise.words import Headline, Mood, check_rows, headline
from quizapp.desktop.pages.item.rating_row import RatingBox
from quizapp.desktop.widgets.buttons import Button, set_kind
from quizapp.desktop.widgets.card_view import CardView
from quizapp.desktop.widgets.check_list import CheckList
from quizapp.desktop.widgets.inline_label import InlineLabel
from quizapp.desktop.widgets.labels import label, set_role
from quizapp.desktop.widgets.panel import Pane
from quizapp.packs.model import Exercise, Mistake
from quizapp.wording import Wording
from quizapp.wording.inline import without_marks

_GROUNDS = {Mood.OK: ("ok_ground", "ok"), Mood.BAD: ("bad_ground", "bad"), Mood.QUIET: ("raised", "border")}

LONGEST_STRONG = 60
"""Characters; a longer sentence in bold is hard to read."""


class VerdictPane(Pane):
    """Shows what a check said.

    Signals:
        line_wanted: the learner wants to see the line that the verdict names (an int, as object).
        next_wanted: the exercise is through and the learner goes on.
        look_wanted: the learner wants to see the value that a finding is about (its `Detail`).

    Attributes:
        rated: the rating that followed from the attempt, to be changed.
    """

    line_wanted = Signal(object)
    next_wanted = Signal()
    look_wanted = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._exercise: Exercise | None = None
        self._state: ExerciseState | None = None
        self._headline = Headline(Mood.QUIET, "")
        self._banner = QFrame()
        self._banner.setObjectName("verdict")
        self.sentence = InlineLabel(appearance, "strong")
        self._line_button = Button()
        self.next_button = Button("primary")
        self.rated = RatingBox(appearance)
        self._outdated = label("small", wraps=True)
        self._trouble = InlineLabel(appearance, "muted")
        self._mistake = _MistakePanel(appearance)
        self._heading = label("heading")
        self._checks = CheckList(appearance)
        self._lay_out()
        self._line_button.clicked.connect(self._want_line)
        self.next_button.clicked.connect(self.next_wanted)
        self._checks.look_wanted.connect(self.look_wanted)
        appearance.changed.connect(self._retranslate)

    def open(self, exercise: Exercise) -> None:
        """Show another exercise, nothing of it checked."""
        self._exercise, self._state = exercise, None
        self._headline = Headline(Mood.QUIET, "")
        self.verticalScrollBar().setValue(0)

    def show_state(self, state: ExerciseState) -> None:
        """Show what is known by now."""
        self._state = state
        self._retranslate()

    def _lay_out(self) -> None:
        banner = QVBoxLayout(self._banner)
        banner.setContentsMargins(14, 12, 14, 12)
        banner.setSpacing(10)
        banner.addWidget(self.sentence)
        banner.addWidget(self._line_button, 0, Qt.AlignmentFlag.AlignLeft)
        banner.addWidget(self.rated)
        banner.addWidget(self.next_button, 0, Qt.AlignmentFlag.AlignLeft)
        content = QWidget()
        # Else Qt gives it the height that its labels would have at their narrowest, and scrolls for nothing.
        content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        rows = QVBoxLayout(content)
        rows.setContentsMargins(16, 16, 16, 16)
        rows.setSpacing(14)
        for widget in (self._banner, self._outdated, self._trouble, self._mistake, self._heading, self._checks):
            rows.addWidget(widget)
        rows.addStretch(1)
        self.fill_with(content)

    @Slot()
    def _want_line(self) -> None:
        if self._headline.line is not None:
            self.line_wanted.emit(self._headline.line)

    @Slot()
    def _retranslate(self) -> None:
        say, state = self._appearance.wording.say, self._state
        self.setAccessibleName(say("Verdict and checks"))
        self._heading.setText(say("Checks"))
        self.next_button.setText(say("Next"))
        self._outdated.setText(say("The code has changed since."))
        if state is None or self._exercise is None:
            return
        self._show_headline(headline(self._exercise, state, self._appearance.wording))
        self._show_next(state)
        self._outdated.setVisible(state.is_outdated and state.latest in (Latest.RUN, Latest.CHECK))
        self._show_trouble(state)
        mistake = state.verdict.mistake if state.verdict else None
        self._mistake.show_mistake(mistake, self._exercise.folder, cards_come_back=state.cards_come_back)
        self._checks.set_rows(check_rows(self._exercise, state.verdict, self._appearance.wording))

    def _show_headline(self, shown: Headline) -> None:
        is_news = shown != self._headline
        self._headline = shown
        ground, edge = _GROUNDS.get(shown.mood, ("raised", "border"))
        colours = self._appearance.colours
        self._banner.setStyleSheet(
            f"QFrame#verdict {{ background: {getattr(colours, ground)}; border: 1px solid {getattr(colours, edge)};"
            " border-radius: 9px; }"
        )
        is_short = shown.mood in (Mood.OK, Mood.BAD) and len(shown.text) <= LONGEST_STRONG
        set_role(self.sentence, "strong" if is_short else "body")
        self.sentence.set_sentence(shown.text)
        self.setAccessibleDescription(without_marks(shown.text))
        self._line_button.setVisible(shown.line is not None)
        if shown.line is not None:
            self._line_button.setText(self._appearance.wording.say("Show line {line}", line=shown.line))
        if is_news and shown.text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, without_marks(shown.text)))

    def _show_next(self, state: ExerciseState) -> None:
        colours = self._appearance.colours
        set_kind(self.next_button, "primary" if state.is_done else "ordinary")
        self.next_button.setIcon(icon("chevron-right", colours.on_accent if state.is_done else colours.text))
        self.next_button.setVisible(state.can_go_on and not state.is_busy)

    def _show_trouble(self, state: ExerciseState) -> None:
        wording = self._appearance.wording
        said = [wording.sentence(says) for says in (state.unrecorded, state.unsaved) if says]
        if state.outcome is not None and state.outcome.restarted:
            said.append(wording.say("The sandbox had broken down and was started anew. Your code is as you left it."))
        self._trouble.setVisible(bool(said))
        self._trouble.set_sentence("\n".join(said))


class _MistakePanel(QFrame):
    """What the instructor says of a mistake that was recognised."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("mistake")
        self._appearance = appearance
        self._mistake: Mistake | None = None
        self._folder: Path | None = None
        self._cards_come_back = False
        self._heading = QLabel()
        self._feedback = CardView(appearance, fits_content=True)
        self._concept = label("small", wraps=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(10, 12, 10, 12)
        rows.setSpacing(4)
        # As far from the edge as the feedback, whose text has a margin of its own.
        for words in (self._heading, self._concept):
            words.setContentsMargins(4, 0, 4, 0)
        for widget in (self._heading, self._feedback, self._concept):
            rows.addWidget(widget)
        appearance.changed.connect(self._retranslate)

    def show_mistake(self, mistake: Mistake | None, folder: Path, *, cards_come_back: bool) -> None:
        """Show this mistake's feedback and whether cards of its concept come back sooner, or nothing.

        Args:
            mistake: what was recognised.
            folder: of the exercise; the pictures of the feedback lie there.
            cards_come_back: the learner has studied some.
        """
        self._mistake, self._folder, self._cards_come_back = mistake, folder, cards_come_back
        self.setVisible(mistake is not None)
        self._retranslate()

    @Slot()
    def _retranslate(self) -> None:
        wording, colours = self._appearance.wording, self._appearance.colours
        self.setStyleSheet(
            f"QFrame#mistake {{ background: {colours.warn_ground}; border: 1px solid {colours.warn};"
            " border-radius: 9px; }"
        )
        self._heading.setText(wording.say("What went wrong"))
        self._heading.setStyleSheet(f"color: {colours.warn}; font-weight: 600;")
        if self._mistake is None:
            return
        self._feedback.set_markdown(self._mistake.feedback.read(wording.language), self._folder)
        self._feedback.setAccessibleName(wording.say("What went wrong"))
        self.setAccessibleName(wording.say("What went wrong"))
        self.setAccessibleDescription(self._feedback.plain_text())
        self._concept.setVisible(self._mistake.concept is not None)
        self._concept.setText(self._concept_words(self._mistake, wording))

    def _concept_words(self, mistake: Mistake, wording: Wording) -> str:
        said = wording.say("Concept: {concept}", concept=mistake.concept_name(wording.language))
        soon = wording.say("Its cards come back within a day.")
        return f"{said}\n{soon}" if self._cards_come_back else said
