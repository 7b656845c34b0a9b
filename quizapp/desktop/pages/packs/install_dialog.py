"""Asks whether a pack is to be installed, or which update: what it is, and what is new, changed and gone."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from quizapp.desktop.pages.packs.words import InstallPart
from quizapp.desktop.widgets.labels import Role, label
from quizapp.desktop.widgets.panel import Pane

WIDTH = 520
"""Logical pixels."""

INDENT = 16


class InstallDialog(QDialog):
    """Accepted if the answer is yes; Enter and Escape mean no."""

    def __init__(self, question: str, parts: Sequence[InstallPart], yes: str, no: str, parent: QWidget) -> None:
        """Ask; `yes` and `no` are the buttons' words."""
        super().__init__(parent)
        self.setWindowTitle(yes)
        self.question, self._parts = label("heading", wraps=True), QWidget()
        self._said: list[str] = []
        self.question.setText(question)
        self._rows = QVBoxLayout(self._parts)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        for part in parts:
            self._add(part)
        self._rows.addStretch(1)
        buttons = QDialogButtonBox()
        self.yes = buttons.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        self.no = buttons.addButton(no, QDialogButtonBox.ButtonRole.RejectRole)
        self.yes.setAutoDefault(False)
        self.no.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        pane = Pane()
        pane.fill_with(self._parts)
        pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 20, 24, 18)
        rows.setSpacing(12)
        for widget in (self.question, pane, buttons):
            rows.addWidget(widget)
        rows.setStretch(1, 1)
        self._fit(parent.window().size())

    def _add(self, part: InstallPart) -> None:
        if self._said:
            self._rows.addSpacing(8)
        if part.heading:
            self._add_line(part.heading, "strong", 0)
        for line in part.lines:
            self._add_line(f"•  {line}" if part.heading else line, "body" if part.heading else "muted", INDENT)
        if part.rest:
            self._add_line(part.rest, "muted", INDENT)

    def _add_line(self, text: str, role: Role, indent: int) -> None:
        shown = label(role, wraps=True)
        shown.setText(text)
        self._said.append(text)
        shown.setContentsMargins(indent if role != "strong" else 0, 0, 0, 0)
        self._rows.addWidget(shown)

    def _fit(self, window: QSize) -> None:
        """Be as high as the lines need, as far as the window allows."""
        inside = self._parts.heightForWidth(WIDTH - 48)
        height = max(inside, 0) + self.question.heightForWidth(WIDTH - 48) + 110
        self.resize(WIDTH, min(height, max(window.height() - 60, 240)))

    def words(self) -> str:
        """Return everything that is said, a line each."""
        return "\n".join(self._said)
