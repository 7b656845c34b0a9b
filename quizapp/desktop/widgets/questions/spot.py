"""Finding the line that is wrong."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.questions.answer_input import AnswerInput
from quizapp.desktop.widgets.questions.lines import code_label, show_line
from quizapp.desktop.widgets.questions.row import LineRow
from quizapp.judging.marks import Mark, line_marks
from quizapp.judging.questions import Answer
from quizapp.packs.model import Question


class SpotInput(AnswerInput):
    """The snippet, line by line; a click, the arrow keys or the line's number choose one."""

    def __init__(self, question: Question, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(question, appearance, parent)
        self._lines = (question.code or "").splitlines()
        self._marks: tuple[Mark, ...] = ()
        self._sheet = QFrame()
        self._sheet.setObjectName("codeSheet")
        sheet = QVBoxLayout(self._sheet)
        sheet.setContentsMargins(6, 6, 6, 6)
        sheet.setSpacing(0)
        self._codes: list[QLabel] = [code_label() for _ in self._lines]
        self._rows = [LineRow(number, code, appearance) for number, code in enumerate(self._codes, 1)]
        for row in self._rows:
            row.setAutoExclusive(True)
            row.clicked.connect(self.changed)
            sheet.addWidget(row)
        self.rows.addWidget(self._sheet)
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def answer(self) -> Answer | None:
        """Return the number of the chosen line, from 1; None while there is none."""
        chosen = tuple(number for number, row in enumerate(self._rows, 1) if row.isChecked())
        return chosen or None

    def press(self, key: str) -> bool:
        """Choose the line with this number."""
        if self._marks or not key.isdecimal() or not 1 <= int(key) <= len(self._rows):
            return False
        self._choose(int(key) - 1)
        return True

    def start(self) -> None:
        """Focus the first line."""
        self._rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the arrow keys."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() not in steps or self._marks:
            event.ignore()
            return
        focused = next((number for number, row in enumerate(self._rows) if row.hasFocus()), 0)
        step = steps[Qt.Key(event.key())] if self.answer() else 0
        self._choose(min(max(focused + step, 0), len(self._rows) - 1))

    def _choose(self, index: int) -> None:
        self._rows[index].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._rows[index].click()

    def show_marks(self, answer: Answer) -> None:
        """Mark the line that was chosen and the one that is wrong."""
        self._marks = line_marks(self.question, answer)
        self._retranslate()

    @Slot()
    def _retranslate(self) -> None:
        say, colours = self.appearance.wording.say, self.appearance.colours
        self._sheet.setStyleSheet(
            f"QFrame#codeSheet {{ background: {colours.code_ground}; border: 1px solid {colours.border};"
            " border-radius: 8px; }"
        )
        verdicts = {
            Mark.PLAIN: "",
            Mark.CHOSEN_RIGHT: say("Right: this is the line"),
            Mark.CHOSEN_WRONG: say("Not this line"),
            Mark.MISSED: say("This is the line"),
        }
        for number, (row, code, line) in enumerate(zip(self._rows, self._codes, self._lines, strict=True), 1):
            show_line(code, line, self.appearance)
            row.setAccessibleName(say("Line {number}: {code}", number=number, code=line.strip()))
            row.restyle()
            if self._marks:
                row.set_mark(self._marks[number - 1], verdicts[self._marks[number - 1]])
