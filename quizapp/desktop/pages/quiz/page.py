"""The Quiz page: a quiz to put together, those that go on, those that are over, and the result of one."""

from functools import partial
from random import Random

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from quizapp.desktop.pages.quiz.model import (
    QuizState,
    begin_quiz,
    end_quiz,
    look_at_quizzes,
    offers,
    repeat_missed,
)
from quizapp.desktop.pages.quiz.panels import GoingOnPanel, Naming, OverPanel
from quizapp.desktop.pages.quiz.result import QuizResult
from quizapp.desktop.pages.quiz.setup import QuizSetup
from quizapp.desktop.pages.quiz.words import lesson_words
from quizapp.desktop.pages.section_page import SectionPage
from quizapp.desktop.services import Services
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.notice import Notice
from quizapp.desktop.widgets.panel import Column, Panel
from quizapp.message import SaysError
from quizapp.packs.model import ItemId
from quizapp.study.quizzes.choosing import Choice
from quizapp.study.quizzes.quiz import Quiz


class QuizPage(SectionPage):
    """Shows the quizzes of the journal; asks it again whenever `refresh` is called."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._asked: ItemId | None = None
        self._state: QuizState | None = None
        self._stack, self._home = QStackedWidget(), QWidget()
        self.result = QuizResult(services)
        self._notice = Notice(services.appearance)
        self._title, self._over_title = label("title"), label("heading")
        self._nothing, self._nothing_words = Panel(), label("muted", wraps=True)
        self.setup = QuizSetup(services.appearance)
        self._naming = Naming(services.appearance, self._lessons_of)
        self.going_on: list[GoingOnPanel] = []
        self.over = OverPanel(self._naming)
        self._column = Column()
        self._build()
        self._connect()
        self._show_packs()

    def _build(self) -> None:
        self._nothing.rows.addWidget(self._nothing_words)
        for widget in (self._title, self._nothing, self.setup, self._over_title, self.over):
            self._column.rows.addWidget(widget)
        self._column.rows.addStretch()
        self._column.fill(self._home)
        self._stack.addWidget(self._home)
        self._stack.addWidget(self.result)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._notice)
        rows.addWidget(self._stack, 1)
        for part in (self._over_title, self.over):
            part.hide()

    def _connect(self) -> None:
        self.setup.start_wanted.connect(self._begin)
        self.over.result_wanted.connect(self._show_result)
        self.result.back_wanted.connect(self._show_home)
        self.result.item_chosen.connect(self.item_chosen)
        self.result.repeat_wanted.connect(self._repeat)
        self._services.shelf.changed.connect(self._show_packs)
        self._services.appearance.changed.connect(self._retranslate)

    def refresh(self) -> None:
        """Read the quizzes again; the result of one that was asked from here and is over comes up by itself."""
        look = partial(look_at_quizzes, self._services.learner, self._offers)
        self._services.store.submit(look, self._show_state, self._tell)

    @Slot()
    def _show_packs(self) -> None:
        self._offers = offers(self._services.packs)
        self.setup.show_offers(self._offers)
        self.setup.setVisible(bool(self._offers))
        self._nothing.setVisible(not self._offers)
        self._retranslate()
        self.refresh()

    def _show_state(self, state: QuizState) -> None:
        if self._state is None:
            self.setup.show_choice(state.choice)
        is_news = self._state is None or state.going_on != self._state.going_on
        self._state = state
        if is_news:
            self._make_going_on(state)
        self.over.show_quizzes(state.over)
        for part in (self._over_title, self.over):
            part.setVisible(bool(state.over))
        asked = next((quiz for quiz in state.over if quiz.id == self._asked), None)
        if asked is not None:
            self._asked = None
            self._show_result(asked)

    def _make_going_on(self, state: QuizState) -> None:
        rows = self._column.rows
        for panel in self.going_on:
            rows.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        self.going_on = [GoingOnPanel(quiz, self._naming) for quiz in state.going_on]
        for place, panel in enumerate(self.going_on, start=1):
            panel.go_on_wanted.connect(self._ask)
            panel.end_wanted.connect(self._end)
            rows.insertWidget(place, panel)

    @Slot(object)
    def _begin(self, choice: Choice) -> None:
        work = partial(begin_quiz, self._services.learner, self._services.packs, choice, Random())
        self._services.store.submit(work, self._ask, self._tell)

    @Slot(object, object)
    def _repeat(self, quiz: Quiz, items: tuple[ItemId, ...]) -> None:
        work = partial(repeat_missed, self._services.learner, quiz, items)
        self._services.store.submit(work, self._ask, self._tell)

    @Slot(object)
    def _end(self, quiz: Quiz) -> None:
        self._services.store.submit(partial(end_quiz, self._services.learner, quiz), self._show_ended, self._tell)

    def _show_ended(self, quiz: Quiz) -> None:
        self._asked = None
        self._show_result(quiz)
        self.refresh()

    @Slot(object)
    def _ask(self, quiz: Quiz | None) -> None:
        # None if nothing fits any more: the packs changed between the choice and its quiz.
        if quiz is not None:
            self._asked = quiz.id
            self._show_home()
            self.quiz_chosen.emit(quiz)

    @Slot(object)
    def _show_result(self, quiz: Quiz) -> None:
        self._stack.setCurrentWidget(self.result)
        self.result.show_quiz(quiz)

    @Slot()
    def _show_home(self) -> None:
        self._stack.setCurrentWidget(self._home)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, SaysError):
            raise error
        self._notice.tell(error.says)

    def _lessons_of(self, quiz: Quiz) -> str:
        wording = self._services.appearance.wording
        titles = {each.key: each.title.read(wording.language) for pack in self._offers for each in pack.lessons}
        return lesson_words((titles.get(key, key) for key in quiz.lessons), wording)

    @Slot()
    def _retranslate(self) -> None:
        wording = self._services.appearance.wording
        self._title.setText(wording.say("Quiz"))
        self._over_title.setText(wording.say("Finished quizzes"))
        self._nothing_words.setText(
            wording.say("There is nothing to ask yet: no lesson here has a question or an exercise.")
        )
        self.setup.retranslate()
        self.over.retranslate()
        self.result.retranslate()
        for panel in self.going_on:
            panel.retranslate()
