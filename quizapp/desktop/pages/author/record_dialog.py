"""Shows what recording would change of what is stored, and asks."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from quizapp.desktop.fonts import code_font
from quizapp.desktop.widgets.labels import label
from quizapp.wording import Wording

LARGEST = QSize(760, 480)
"""Logical pixels."""


class RecordDialog(QDialog):
    """Accepted if the changes are to be stored; keeping what is stored is what Enter and Escape mean."""

    def __init__(self, count: int, changes: str, wording: Wording, parent: QWidget) -> None:
        """Show the changes of `count` exercises."""
        super().__init__(parent)
        self.setWindowTitle(wording.say("Record"))
        self.question, self.changes, self.buttons = label("strong", wraps=True), QPlainTextEdit(), QDialogButtonBox()
        self.question.setText(
            wording.say_many(
                "{count} exercise leaves something else behind than what is stored. Store this instead?",
                "{count} exercises leave something else behind than what is stored. Store this instead?",
                count,
            )
        )
        self.changes.setReadOnly(True)
        self.changes.setPlainText(changes)
        self.changes.setFont(code_font(self.font()))
        self.changes.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.changes.setAccessibleName(wording.say("What would change"))
        self.changes.setTabChangesFocus(True)
        self.store = self.buttons.addButton(wording.say("Store"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep = self.buttons.addButton(wording.say("Keep what is stored"), QDialogButtonBox.ButtonRole.RejectRole)
        self.store.setAutoDefault(False)
        self.keep.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 20, 24, 18)
        rows.setSpacing(14)
        for widget in (self.question, self.changes, self.buttons):
            rows.addWidget(widget)
        rows.setStretch(1, 1)
        self.resize((parent.window().size() - QSize(80, 80)).boundedTo(LARGEST))
