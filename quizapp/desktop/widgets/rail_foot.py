"""The line at the foot of the rail: a sign and a few words, pressed to learn more."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from quizapp.desktop.icons import pixmap
from quizapp.desktop.widgets.buttons import LaidOutButton
from quizapp.desktop.widgets.labels import label

SIDE = 16
"""Logical pixels of the sign."""


class RailFoot(LaidOutButton):
    """Shows what `show_line` is given; wraps where the rail is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("quiet", parent)
        self._sign, self._words = QLabel(), label("small", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 7, 8, 7)
        row.setSpacing(7)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.pass_clicks_through(self._sign, self._words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Say that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return what the words need in a rail of this width."""
        return self._needed().totalHeightForWidth(width)

    def show_line(self, text: str, sign: str, colour: str, tip: str) -> None:
        """Show words after a sign, the name of an icon, in a colour; "" for none. The tip says more."""
        self._words.setText(text)
        self._sign.setVisible(bool(sign))
        if sign:
            self._sign.setPixmap(pixmap(sign, colour, SIDE, self.devicePixelRatioF()))
        self.setToolTip(tip)
        self.setAccessibleName(text)
        self.setAccessibleDescription(tip)
        self.updateGeometry()

    def words(self) -> str:
        """Return the line as it is shown."""
        return self._words.text()
