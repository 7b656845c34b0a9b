"""A button that a narrow place does not cut off: its words go onto further lines there."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontInfo, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.desktop.widgets.buttons import Button, Kind

LEAST_EMS = 4
"""What a line of words needs at least, as a multiple of the font's size; Chinese could be broken after each letter."""


class WrappingButton(Button):
    """As `Button`; as wide as its words where there is room, else as narrow as their longest one."""

    def __init__(self, kind: Kind = "ordinary", parent: QWidget | None = None, *, compact: bool = False) -> None:
        super().__init__(kind, parent, compact=compact)
        self._words = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str, /) -> None:
        """Say what the button does."""
        self._words = text
        # The text that Qt knows has line breaks in it, where a screen reader would stop.
        self.setAccessibleName(text)
        self._break()
        self.updateGeometry()

    def text(self) -> str:
        """Return what the button says, on one line."""
        return self._words

    def sizeHint(self) -> QSize:
        """Return what the words need on one line."""
        return self._size_of(self._words)

    def minimumSizeHint(self) -> QSize:
        """Return what the longest word needs."""
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(line) for line in self._lines(0)), default=0)
        whole = metrics.horizontalAdvance(self._words)
        width = min(max(longest, LEAST_EMS * QFontInfo(self.font()).pixelSize()), whole)
        return QSize(self._chrome().width() + width, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Say that less width needs more height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return what all lines need."""
        return self._size_of(self._broken(width)).height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        self._break()

    def changeEvent(self, event: QEvent) -> None:
        """Break the words anew where letters have another size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._break()

    def _break(self) -> None:
        broken = self._broken(self.width())
        if broken != super().text():
            super().setText(broken)

    def _broken(self, width: int) -> str:
        room = width - self._chrome().width()
        is_wide_enough = room >= self.fontMetrics().horizontalAdvance(self._words)
        return self._words if is_wide_enough else "\n".join(self._lines(room))

    def _lines(self, room: int) -> list[str]:
        return break_words(self._words, self.font(), room)

    def _chrome(self) -> QSize:
        """Return what goes around the words: icon, padding, border."""
        return super().sizeHint() - self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, super().text())

    def _size_of(self, text: str) -> QSize:
        return self._chrome() + self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text)


def break_words(words: str, font: QFont, room: int) -> list[str]:
    """Return the lines that words take in this much room, broken where the language allows it."""
    layout, lines = QTextLayout(words, font), list[str]()
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(room, 1))
        lines.append(words[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return lines
