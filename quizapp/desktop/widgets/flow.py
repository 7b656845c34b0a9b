"""A layout that sets things beside each other while there is room, and on further lines where there is not."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

WORDS_EMS = 12
"""What words that wrap need beside other things, as a multiple of the font's size: below that they go on a line."""


def break_lines(widths: Sequence[int], room: int, gap: int) -> Iterator[tuple[int, ...]]:
    """Yield the lines, each as positions in `widths`, that things of these widths need in this much room."""
    line: tuple[int, ...] = ()
    taken = 0
    for position, width in enumerate(widths):
        if line and taken + gap + width > room:
            yield line
            line, taken = (), 0
        taken += width + (gap if line else 0)
        line = (*line, position)
    if line:
        yield line


class Flow(QLayout):
    """As `QHBoxLayout`, but what finds no room goes below; so the whole can be as narrow as its widest part.

    `add_words` adds what takes all the room that the others on its line leave. What is lower than its line stands in
    the middle of it, or `at_top`.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int, line_gap: int = 8, at_top: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._words: set[int] = set()
        # Of a column of a hundred, Qt asks each again and again when one of them has changed.
        self._heights: dict[int, int] = {}
        self._gap, self._line_gap, self._at_top = gap, line_gap, at_top
        self.setContentsMargins(0, 0, 0, 0)

    def add_words(self, words: QWidget) -> None:
        """Add what wraps its words: it takes what is left of a line, and needs no more than `WORDS_EMS`."""
        self._words.add(len(self._items))
        self.addWidget(words)

    def addItem(self, item: QLayoutItem) -> None:
        """Add after the others; Qt calls this."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many things there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one of them, None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one of them back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more height than is needed."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Say that less width needs more height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return what all lines need together."""
        if width not in self._heights:
            margins = self.contentsMargins()
            inside = QRect(0, 0, width - margins.left() - margins.right(), 0)
            self._heights[width] = self._arrange(inside, moves=False) + margins.top() + margins.bottom()
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget what was reckoned: something in here has changed; Qt calls this."""
        super().invalidate()
        self._heights.clear()

    def sizeHint(self) -> QSize:
        """Return what one line needs."""
        shown = self._shown()
        width = sum(self._wanted(position) for position in shown) + self._gap * max(0, len(shown) - 1)
        height = max((self._items[position].sizeHint().height() for position in shown), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        """Return what the widest and the highest need."""
        size = QSize(0, 0)
        for position in self._shown():
            size = size.expandedTo(self._items[position].minimumSize())
        return size.grownBy(self.contentsMargins())

    def setGeometry(self, rect: QRect) -> None:
        """Place all."""
        super().setGeometry(rect)
        self._arrange(rect.marginsRemoved(self.contentsMargins()), moves=True)

    def _shown(self) -> list[int]:
        return [position for position, item in enumerate(self._items) if not item.isEmpty()]

    def _wanted(self, position: int) -> int:
        hint = self._items[position].sizeHint().width()
        parent = self.parentWidget()
        if position not in self._words or parent is None:
            return hint
        enough = QFontInfo(parent.font()).pixelSize() * WORDS_EMS
        return max(min(hint, enough), self._items[position].minimumSize().width())

    def _arrange(self, rect: QRect, *, moves: bool) -> int:
        """Place all into the rectangle, if `moves`; return the height that they need."""
        shown, y = self._shown(), 0
        wanted = [self._wanted(position) for position in shown]
        for line in break_lines(wanted, rect.width(), self._gap):
            positions = [shown[at] for at in line]
            widths = self._widths(positions, [wanted[at] for at in line], rect.width())
            height = max(map(self._height, positions, widths))
            if moves:
                self._place(positions, widths, QRect(rect.left(), rect.top() + y, rect.width(), height))
            y += height + self._line_gap
        return max(0, y - self._line_gap)

    def _widths(self, positions: list[int], wanted: list[int], room: int) -> list[int]:
        left = room - sum(wanted) - self._gap * (len(wanted) - 1)
        takers = [at for at, position in enumerate(positions) if position in self._words]
        widths = [min(width, room) for width in wanted]
        if takers and left > 0:
            widths[takers[0]] += left
        return widths

    def _height(self, position: int, width: int) -> int:
        item = self._items[position]
        return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()

    def _place(self, positions: list[int], widths: list[int], line: QRect) -> None:
        x = line.left()
        for position, width in zip(positions, widths, strict=True):
            height = self._height(position, width)
            top = line.top() + (0 if self._at_top else (line.height() - height) // 2)
            self._items[position].setGeometry(QRect(QPoint(x, top), QSize(width, height)))
            x += width + self._gap
