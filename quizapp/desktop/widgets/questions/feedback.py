"""What is said once a question is answered: right or not, the accepted answer, the explanation, the run."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import pixmap
from quizapp.desktop.widgets.card_view import CardView
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.questions.run_view import RunView, fenced
from quizapp.judging.marks import accepted_answer
from quizapp.packs.model import Question, QuestionKind


class Feedback(QWidget):
    """The verdict on one answer; `run_view` is there if the question has a snippet that runs."""

    def __init__(
        self,
        question: Question,
        *,
        is_right: bool,
        pack_folder: Path,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._question, self._is_right, self._pack_folder = question, is_right, pack_folder
        self._appearance = appearance
        self._strip = QFrame()
        self._strip.setObjectName("verdict")
        self._sign, self._verdict = QLabel(), label("heading")
        self._accepted = CardView(appearance, fits_content=True)
        self.explanation = CardView(appearance, fits_content=True)
        self.run_view = RunView(question, appearance) if question.code is not None and question.runs else None
        self._build()
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def _build(self) -> None:
        strip = QHBoxLayout(self._strip)
        strip.setContentsMargins(16, 10, 16, 10)
        strip.setSpacing(10)
        strip.addWidget(self._sign)
        strip.addWidget(self._verdict, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addWidget(self._strip)
        rows.addWidget(self._accepted)
        if self.run_view is not None:
            rows.addWidget(self.run_view)
        rows.addWidget(self.explanation)

    def words(self) -> str:
        """Return the verdict as it is said."""
        return self._verdict.text()

    @Slot()
    def _retranslate(self) -> None:
        wording, colours = self._appearance.wording, self._appearance.colours
        colour = colours.ok if self._is_right else colours.bad
        ground = colours.ok_ground if self._is_right else colours.bad_ground
        self._strip.setStyleSheet(f"QFrame#verdict {{ background: {ground}; border: 0; border-radius: 8px; }}")
        self._sign.setPixmap(pixmap("check" if self._is_right else "cross", colour, 22, self.devicePixelRatioF()))
        self._verdict.setStyleSheet(f"color: {colour};")
        self._verdict.setText(wording.say("Right") if self._is_right else wording.say("Not right"))
        accepted = self._accepted_words()
        self._accepted.setVisible(bool(accepted))
        self._accepted.set_markdown(accepted)
        self.explanation.setAccessibleName(wording.say("Explanation"))
        explanation = self._question.explanation.read(wording.language)
        self.explanation.setVisible(bool(explanation.strip()))
        self.explanation.set_markdown(explanation, self._question.folder, within=self._pack_folder)

    def _accepted_words(self) -> str:
        say = self._appearance.wording.say
        if self._is_right:
            return ""
        if self._question.kind is QuestionKind.ORDER:
            lines = fenced("\n".join(self._question.lines), "python")
            return say("The right order:") + "\n\n" + lines
        accepted = accepted_answer(self._question)
        if accepted is None:
            return ""
        if "\n" in accepted:
            return say("The answer is:") + "\n\n" + fenced(accepted)
        return say("The answer is {answer}.", answer=in_code(accepted))


def in_code(text: str) -> str:
    """Return text as inline code in Markdown, whatever back-ticks it holds."""
    ticks = "`"
    while ticks in text:
        ticks += "`"
    return f"{ticks} {text} {ticks}" if "`" in text else f"{ticks}{text}{ticks}"
