"""Asks before something is done; waits without stopping anything else."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget


class AskFirst(QObject):
    """One question at a time, over the window of a widget."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._box: QMessageBox | None = None
        self._yes: QAbstractButton | None = None
        self._then: Callable[[], None] | None = None

    def ask(self, question: str, explanation: str, *, yes: str, no: str, then: Callable[[], None]) -> None:
        """Ask; `then` is called if the answer is yes. Escape and closing mean no, which is also what Enter gives."""
        if self._box is not None:
            self._box.deleteLater()
        box = QMessageBox(self._over)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(question)
        box.setInformativeText(explanation)
        self._yes = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        keep = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        self._box, self._then = box, then
        box.buttonClicked.connect(self._answer)
        box.open()

    def withdraw(self) -> None:
        """Ask no more; nothing is done."""
        self._then = None
        if self._box is not None:
            self._box.hide()

    @Slot(QAbstractButton)
    def _answer(self, pressed: QAbstractButton) -> None:
        then, self._then = self._then, None
        if pressed is self._yes and then is not None:
            then()
