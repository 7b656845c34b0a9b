"""What a run printed: its output, its warnings, and the traceback of what it raised."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.fonts import code_font
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import label
from quizapp.sandbox.messages import Outcome

LONGEST_LINE = 2_000
"""Characters of a line that are shown: Qt lays longer ones out too slowly to scroll. All of it can be copied."""


class OutputView(QWidget):
    """A read-only text under a heading, with a button that copies all of it."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._outcome: Outcome | None = None
        self._heading = label("strong")
        self._figures = label("small")
        self._copy = Button("quiet")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setTabChangesFocus(True)
        self.text.setUndoRedoEnabled(False)
        self.text.document().setDocumentMargin(12)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._lay_out()
        self._copy.clicked.connect(self._copy_all)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show what a run printed; None empties the view."""
        if outcome is not self._outcome:
            self._outcome = outcome
            self._fill()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 4, 6, 4)
        head.setSpacing(12)
        head.addWidget(self._heading)
        head.addWidget(self._figures, 1)
        head.addWidget(self._copy)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self.text, 1)

    @Slot()
    def _restyle(self) -> None:
        say = self._appearance.wording.say
        self._heading.setText(say("Output"))
        self._copy.setText(say("Copy"))
        self._copy.setToolTip(say("Copy all of the output"))
        self.text.setAccessibleName(say("Output of the run"))
        self.text.setPlaceholderText(say("What the code prints appears here."))
        self.text.setFont(code_font())
        # Not the editor's ground: what is printed here can't be edited.
        ground, ink = self._appearance.colours.code_ground, self._appearance.colours.text
        self.text.setStyleSheet(f"QPlainTextEdit {{ background: {ground}; color: {ink}; border: 0; }}")
        self._fill()

    def _fill(self) -> None:
        self.text.clear()
        self._copy.setEnabled(bool(self._outcome and _whole(self._outcome)))
        if self._outcome is None:
            self._figures.clear()
            return
        self._figures.setText(self._figures_of(self._outcome))
        writer = QTextCursor(self.text.document())
        for colour, part in self._parts(self._outcome):
            self._write(writer, part, colour)
        if self.text.document().isEmpty():
            self._write(writer, self._appearance.wording.say("Nothing was printed."), "muted")
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _parts(self, outcome: Outcome) -> tuple[tuple[str, str], ...]:
        traceback = outcome.error.traceback if outcome.error else ""
        cut = self._appearance.wording.say("There was more output; only the beginning is kept.")
        return (
            ("text", outcome.stdout),
            ("muted", outcome.stderr),
            ("warn", cut if outcome.output_cut else ""),
            ("warn", "\n".join(outcome.warnings)),
            ("bad", traceback),
        )

    def _write(self, writer: QTextCursor, text: str, colour: str) -> None:
        if not text.strip():
            return
        ink = QTextCharFormat()
        ink.setForeground(self._appearance.colours.colour(colour))
        if not self.text.document().isEmpty():
            writer.insertText("\n", ink)
        writer.insertText("\n".join(_shown(line) for line in text.rstrip("\n").split("\n")), ink)

    def _figures_of(self, outcome: Outcome) -> str:
        if not outcome.seconds:
            return ""
        say = self._appearance.wording.say
        seconds = outcome.seconds
        if seconds < 1:
            return say("{count} ms", count=max(round(seconds * 1000), 1))
        return say("{count} s", count=f"{seconds:.1f}")

    @Slot()
    def _copy_all(self) -> None:
        if self._outcome is not None:
            QGuiApplication.clipboard().setText(_whole(self._outcome))


def _whole(outcome: Outcome) -> str:
    traceback = outcome.error.traceback if outcome.error else ""
    parts = (outcome.stdout, outcome.stderr, "\n".join(outcome.warnings), traceback)
    return "\n".join(part.rstrip("\n") for part in parts if part.strip())


def _shown(line: str) -> str:
    return line if len(line) <= LONGEST_LINE else line[:LONGEST_LINE] + " …"
