"""Reads a picture out, place by place: what the mouse points at, or the arrow keys come to."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolTip, QWidget

_FAR = 10**9

STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Home: -_FAR,
    Qt.Key.Key_End: _FAR,
}
"""How many places a key goes on."""


class Reading:
    """Which place of a picture is read now; tells it in a tool tip, and to screen readers."""

    def __init__(self, picture: QWidget, spot: Callable[[int], QPoint], redraw: Callable[[], None]) -> None:
        """Read a picture; `spot` says where a place lies in it, `redraw` shows which place is read."""
        self._picture = picture
        self._spot = spot
        self._redraw = redraw
        self._sentence = ""
        self.tips: tuple[str, ...] = ()
        self.place: int | None = None

    def begin(self, name: str, sentence: str, tips: tuple[str, ...]) -> None:
        """Read a new picture with this name; what it says as a whole is the sentence."""
        self._sentence, self.tips, self.place = sentence, tips, None
        self._picture.setAccessibleName(name)
        self._picture.setAccessibleDescription(sentence)

    def read(self, place: int | None) -> None:
        """Read what is at a place, or nothing."""
        if place == self.place:
            return
        self.place = place
        self._redraw()
        if place is None:
            QToolTip.hideText()
            self._picture.setAccessibleDescription(self._sentence)
        else:
            QToolTip.showText(self._picture.mapToGlobal(self._spot(place)), self.tips[place], self._picture)
            self._picture.setAccessibleDescription(self.tips[place])

    def read_by_key(self, event: QKeyEvent, steps: dict[Qt.Key, int]) -> bool:
        """Go on by an arrow key, from the last place at first; tell whether the key was one."""
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self.tips:
            return False
        last = len(self.tips) - 1
        self.read(last if self.place is None else min(max(self.place + step, 0), last))
        return True
