"""Shows an outline: names, values, and beside them what was expected."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.fonts import code_font
from quizapp.desktop.icons import icon
from quizapp.desktop.widgets.inspector.outline import Mood, OutlineRow, row_text
from quizapp.desktop.widgets.inspector.tree_style import paint_stripe, tree_sheet

NAME, VALUE, EXPECTED = range(3)
_SIGNS = {Mood.WRONG: "cross", Mood.WARNING: "warning"}


class OutlineTree(QTreeWidget):
    """A tree of two columns, and a third where something else was expected."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._rows: tuple[OutlineRow, ...] = ()
        self.setColumnCount(EXPECTED + 1)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumHeight(120)
        self.header().setStretchLastSection(False)
        self.header().setSectionsMovable(False)
        self.header().setMinimumSectionSize(20)
        for column in (NAME, EXPECTED):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        self.header().setSectionResizeMode(VALUE, QHeaderView.ResizeMode.Stretch)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        appearance.changed.connect(self._rebuild)

    def show_rows(self, rows: tuple[OutlineRow, ...]) -> None:
        """Show other rows."""
        self._rows = rows
        self._rebuild()

    @Slot()
    def _rebuild(self) -> None:
        say, colours = self._appearance.wording.say, self._appearance.colours
        self.setStyleSheet(tree_sheet(colours))
        self.setHeaderLabels([say("Name"), say("Value"), say("Expected")])
        self.clear()
        self.setColumnHidden(EXPECTED, not any(_expects(row) for row in self._rows))
        for row in self._rows:
            self.addTopLevelItem(self._item(row))
        self._open(self._rows, self.invisibleRootItem())

        self._size_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._size_columns()

    def drawRow(
        self, painter: QPainter, options: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Mark the row that the keyboard is at."""
        super().drawRow(painter, options, index)
        paint_stripe(self, painter, options.rect, index, self._appearance.colours)

    def _size_columns(self) -> None:
        """Give names and expected values the width that they need, but leave some to the values."""
        width = self.viewport().width()
        needed = max(self.sizeHintForColumn(NAME), self.header().sectionSizeHint(NAME)) + 10
        self.setColumnWidth(NAME, min(needed, width // 2))
        expected = max(self.sizeHintForColumn(EXPECTED), self.header().sectionSizeHint(EXPECTED)) + 6
        self.setColumnWidth(EXPECTED, min(expected, width // 3))

    def _item(self, row: OutlineRow) -> QTreeWidgetItem:
        value = "  ".join(word for word in (row.value, row.note) if word)
        item = QTreeWidgetItem([_title(row) if row.is_title else row.label, value, row.expected])
        colours = self._appearance.colours
        code, strong = code_font(self.font()), QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        item.setFont(NAME, strong if row.rows and row.is_open else self.font())
        item.setFont(VALUE, self.font() if row.note else code)
        item.setFont(EXPECTED, code)
        item.setForeground(NAME, colours.colour("muted" if row.mood is Mood.QUIET else "text"))
        item.setForeground(VALUE, colours.colour(row.mood.value))
        item.setForeground(EXPECTED, colours.colour("text"))
        if row.mood in _SIGNS:
            item.setIcon(NAME, icon(_SIGNS[row.mood], getattr(colours, row.mood.value)))
        told = row_text(row, self._appearance.wording)
        item.setData(NAME, Qt.ItemDataRole.AccessibleTextRole, told)
        for column in range(EXPECTED + 1):
            item.setToolTip(column, told)
        item.addChildren([self._item(below) for below in row.rows])
        return item

    def _open(self, rows: tuple[OutlineRow, ...], above: QTreeWidgetItem) -> None:
        for number, row in enumerate(rows):
            item = above.child(number)
            if item is not None:
                item.setExpanded(row.is_open)
                item.setFirstColumnSpanned(row.is_title)
                self._open(row.rows, item)


def _title(row: OutlineRow) -> str:
    return "   ".join(word for word in (row.label, row.value, row.note) if word)


def _expects(row: OutlineRow) -> bool:
    return bool(row.expected) or any(_expects(below) for below in row.rows)
