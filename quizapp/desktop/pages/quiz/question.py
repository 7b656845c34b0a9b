"""A question of a quiz: its prompt, the way of answering, and, where it is told at once, how it came out."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.desktop.pages.item.key_names import key_name
from quizapp.desktop.pages.study.column import COLUMN_EMS, ReadingColumn
from quizapp.desktop.pages.study.model import ENTER, SPACE
from quizapp.desktop.pages.study.question import QuestionPane
from quizapp.desktop.pages.study.running import SnippetRuns
from quizapp.desktop.services import Services
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Centred
from quizapp.judging.questions import Answer
from quizapp.packs.model import Question, QuestionKind

FOOTER_MARGIN = 13
"""Logical pixels above and below what the footer offers."""


class QuizQuestionView(QWidget):
    """Takes one answer to one question.

    Signals:
        answered: with the `Answer`; no other is taken after it.
        next_wanted: the learner has read what was said of the answer.
    """

    answered = Signal(object)
    next_wanted = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._question: Question | None = None
        self._pane: QuestionPane | None = None
        self._is_asking = False
        self._column, self._footer = ReadingColumn(), QFrame()
        self.answer_button, self.next_button = Button("primary"), Button("primary")
        self._hint = label("small")
        self._runs = SnippetRuns(self, services)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self.answer_button.clicked.connect(self._answer)
        self.next_button.clicked.connect(self.next_wanted)
        services.appearance.changed.connect(self._retranslate)
        self._retranslate()

    def _lay_out(self) -> None:
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, FOOTER_MARGIN, 0, FOOTER_MARGIN)
        row.setSpacing(14)
        row.addStretch()
        for button in (self.answer_button, self.next_button):
            button.setMinimumWidth(200)
            row.addWidget(button)
        row.addWidget(self._hint)
        row.addStretch()
        self._footer.setObjectName("quizFooter")
        whole = QVBoxLayout(self._footer)
        whole.setContentsMargins(32, 0, 32, 0)
        whole.addWidget(Centred(content, ems=COLUMN_EMS))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._column, 1)
        rows.addWidget(self._footer)

    def open(self, question: Question) -> None:
        """Ask a question."""
        pack = self._services.shelf.pack_of(question.id)
        folder = pack.folder if pack else question.folder
        pane = QuestionPane(question, pack_folder=folder, appearance=self._services.appearance)
        pane.input.changed.connect(self._show_state)
        pane.input.submitted.connect(self._answer)
        self._question, self._pane, self._is_asking = question, pane, True
        self._runs.open(question, pane)
        self._column.set_content(pane)
        self._show_state()
        pane.input.start()

    def show_feedback(self, answer: Answer, *, is_right: bool) -> None:
        """Say how the answer came out, and why."""
        pane, question = self._pane, self._question
        if pane is None or question is None:
            return
        feedback = pane.show_answered(answer, is_right=is_right)
        self._column.show_part(feedback)
        self._show_state()
        told = self if feedback.explanation.isHidden() else feedback.explanation
        told.setFocus(Qt.FocusReason.OtherFocusReason)
        if question.kind is QuestionKind.PREDICT:
            self._runs.run()

    def take_focus(self) -> None:
        """Give the keyboard to the way of answering, or to what was said of the answer."""
        if self._pane is not None and self._is_asking:
            self._pane.input.start()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_state(self) -> None:
        can_answer = self._pane is not None and self._pane.input.answer() is not None
        self.answer_button.setVisible(self._is_asking)
        self.answer_button.setEnabled(can_answer)
        self.next_button.setVisible(not self._is_asking)

    @Slot()
    def _answer(self) -> None:
        answer = self._pane.input.answer() if self._pane is not None and self._is_asking else None
        if answer is not None:
            self._is_asking = False
            self.answered.emit(answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that no widget on the page took."""
        key = (key_name(event) or "").removeprefix("SHIFT+")
        if self._is_asking and self._pane is not None and key and self._pane.input.press(key):
            event.accept()
        elif self._is_asking and key == ENTER:
            self._answer()
        elif not self._is_asking and key in (ENTER, SPACE) and not event.isAutoRepeat():
            self.next_wanted.emit()
        elif not self._is_asking and key == "R":
            self._runs.run()
        else:
            self._column.take_key(event)

    @Slot()
    def _retranslate(self) -> None:
        wording, colours = self._services.appearance.wording, self._services.appearance.colours
        self._footer.setStyleSheet(
            f"QFrame#quizFooter {{ background: {colours.base}; border: 0; border-top: 1px solid {colours.border}; }}"
        )
        self.answer_button.setText(wording.say("Answer"))
        self.next_button.setText(wording.say("Continue"))
        self._hint.setText(wording.say("Enter"))
