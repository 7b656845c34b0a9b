"""Something that is on or off, shared by all who show it and all who turn it."""

from PySide6.QtCore import QObject, Signal


class Switch(QObject):
    """On or off; `changed` tells that it is now the other, `turned` carries what it was turned to by hand.

    Attributes:
        is_on: which it is now.
    """

    changed = Signal()
    turned = Signal(bool)

    def __init__(self, parent: QObject | None = None, *, is_on: bool = True) -> None:
        super().__init__(parent)
        self.is_on = is_on

    def follow(self, *, is_on: bool) -> None:
        """Be as somebody who keeps it says."""
        if is_on != self.is_on:
            self.is_on = is_on
            self.changed.emit()

    def turn(self) -> None:
        """Be the other from now on, by hand: who keeps it hears of it too."""
        self.follow(is_on=not self.is_on)
        self.turned.emit(self.is_on)
