"""Asks before something is done; waits without stopping anything else."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QAbstractButton, QLabel, QMessageBox, QWidget


class AskFirst(QObject):
    """One question at a time, over the window of a widget."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._box: QMessageBox | None = None
        self._yes: QAbstractButton | None = None
        self._then: Callable[[], None] | None = None
        self._otherwise: Callable[[], None] | None = None

    def ask(
        self,
        question: str,
        explanation: str,
        *,
        yes: str,
        no: str,
        then: Callable[[], None],
        otherwise: Callable[[], None] | None = None,
    ) -> None:
        """Ask; `then` is called if the answer is yes, `otherwise` if it is no.

        Escape and closing mean no, which is also what Enter gives.
        """
        if self._box is not None:
            self._box.deleteLater()
        box = QMessageBox(self._over)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(question)
        box.setInformativeText(explanation)
        # What packs call themselves is text, never markup.
        for words in box.findChildren(QLabel):
            words.setTextFormat(Qt.TextFormat.PlainText)
        self._yes = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        keep = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        self._box, self._then, self._otherwise = box, then, otherwise
        box.buttonClicked.connect(self._answer)
        box.open()

    def withdraw(self) -> None:
        """Ask no more; nothing is done."""
        self._then = self._otherwise = None
        if self._box is not None:
            self._box.hide()

    @Slot(QAbstractButton)
    def _answer(self, pressed: QAbstractButton) -> None:
        then = self._then if pressed is self._yes else self._otherwise
        self._then = self._otherwise = None
        if then is not None:
            then()
