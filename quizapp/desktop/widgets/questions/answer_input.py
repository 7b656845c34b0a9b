"""What every way of answering has in common."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.judging.questions import Answer
from quizapp.packs.model import Question


class AnswerInput(QWidget):
    """Takes an answer to one question and, once it is given, shows what of it was right.

    Signals:
        changed: the answer is another, or complete now.
        submitted: the learner answers from inside the input.
    """

    changed = Signal()
    submitted = Signal()

    def __init__(self, question: Question, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self.appearance = appearance
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(8)

    def answer(self) -> Answer | None:
        """Return the answer as it stands, or None while it is not complete."""
        raise NotImplementedError

    def press(self, key: str) -> bool:
        """Take a key that nothing else took, named as `study_model.KEYS` names them; False if it means nothing."""
        return False

    def start(self) -> None:
        """Put the keyboard's focus where answering begins."""
        raise NotImplementedError

    def show_marks(self, answer: Answer) -> None:
        """Show what of the given answer was right, and take no other."""
        raise NotImplementedError
