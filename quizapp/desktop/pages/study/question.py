"""A question on the study page: its prompt, the way of answering it, and what is said once it is answered."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.card_view import CardView
from quizapp.desktop.widgets.questions.feedback import Feedback
from quizapp.desktop.widgets.questions.inputs import make_input
from quizapp.desktop.widgets.questions.run_view import fenced
from quizapp.judging.questions import Answer
from quizapp.packs.model import Question, QuestionKind

PROMPT_SCALE = 1.12
"""Size of the prompt's text, as a multiple of the app's font."""


class QuestionPane(QWidget):
    """Shows one question; speaks the reader's language, also when it changes, and keeps what was answered.

    Signals:
        run_requested: the learner wants the snippet run.
    """

    run_requested = Signal()

    def __init__(
        self, question: Question, *, pack_folder: Path, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._question, self._pack_folder, self._appearance = question, pack_folder, appearance
        self.prompt = CardView(appearance, fits_content=True, text_scale=PROMPT_SCALE)
        self.input = make_input(question, appearance)
        self.feedback: Feedback | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(18)
        self._rows.addWidget(self.prompt)
        self._rows.addWidget(self.input)
        self._rows.addStretch()
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def show_answered(self, answer: Answer, *, is_right: bool) -> Feedback:
        """Show what of the answer was right, and explain; return the explaining part."""
        self.input.show_marks(answer)
        self.feedback = Feedback(
            self._question, is_right=is_right, pack_folder=self._pack_folder, appearance=self._appearance
        )
        if self.feedback.run_view is not None:
            self.feedback.run_view.run_requested.connect(self.run_requested)
        self._rows.insertWidget(self._rows.count() - 1, self.feedback)
        return self.feedback

    @Slot()
    def _retranslate(self) -> None:
        wording = self._appearance.wording
        text = self._question.prompt.read(wording.language)
        # Where the faulty line is looked for, the lines are the way of answering.
        if self._question.code is not None and self._question.kind is not QuestionKind.SPOT:
            text = f"{text}\n\n{fenced(self._question.code, 'python')}"
        self.prompt.setAccessibleName(wording.say("Question"))
        self.prompt.set_markdown(text, self._question.folder, within=self._pack_folder)
