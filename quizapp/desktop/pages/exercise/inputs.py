"""The inputs of an exercise: what has a value before any code runs, and what it is made with."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.exercise.input_words import tool_notes
from quizapp.desktop.widgets.code_block import CodeBlock
from quizapp.desktop.widgets.inline_label import InlineLabel
from quizapp.packs.model import Exercise, Variant

LINES_SHOWN = 6
"""More inputs scroll: most of the height belongs to the learner's code."""


class InputsPart(QWidget):
    """The inputs that the learner sees, as code, with a note on the tools they use; gone where there are none."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._variant = Variant(name="")
        self.block = CodeBlock(appearance, collapsible=True, lines_shown=LINES_SHOWN)
        self.note = InlineLabel(appearance, "small")
        self.note.setContentsMargins(12, 2, 12, 6)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.block)
        rows.addWidget(self.note)
        appearance.changed.connect(self._retranslate)

    def open(self, exercise: Exercise) -> None:
        """Show the inputs of another exercise."""
        self._variant = exercise.variants[0]
        self.block.set_code(self._variant.code)
        self.block.fold(folded=False)
        self.setVisible(bool(self._variant.inputs))
        self._retranslate()

    @Slot()
    def _retranslate(self) -> None:
        wording, count = self._appearance.wording, len(self._variant.inputs)
        self.block.set_heading(
            wording.say_many(
                "Inputs: {count} value that is there before any code runs",
                "Inputs: {count} values that are there before any code runs",
                count,
            )
        )
        self.note.set_sentence(tool_notes(self._variant, wording))
        self.note.setVisible(bool(self.note.sentence()))
        self.block.code.setAccessibleDescription(self.note.words())
