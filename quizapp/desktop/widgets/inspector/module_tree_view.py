"""The tree of a module's parts: which columns there are, how wide, and which rows are open at first."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QStyleOptionViewItem, QTreeView

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.fonts import code_font
from quizapp.desktop.widgets.inspector.module_items import GRADIENT, MOVED, NAME, SHAPE, ModuleItems
from quizapp.desktop.widgets.inspector.module_paint import ModuleRows, small
from quizapp.desktop.widgets.inspector.number_bar import WIDTH
from quizapp.desktop.widgets.inspector.tree_style import paint_stripe, tree_sheet

MOST_OPEN = 300
"""Rows up to which all of a tree is shown at once; of a larger one only the first level and what differs."""

DEEPEST_SEEN = 5
"""Levels of the tree that there is room for without the names being cut."""

LETTERS = 6
"""Of a name that there must be room for."""

PADDING = 10
"""Logical pixels that stay free in each cell."""


class TreeOfParts(QTreeView):
    """The rows; columns that have nothing to tell are hidden, and the name has what the others leave."""

    def __init__(self, appearance: Appearance, items: ModuleItems) -> None:
        super().__init__()
        self._appearance = appearance
        self._items = items
        self._widest = ("", "")
        self.setModel(items)
        self.setItemDelegate(ModuleRows(appearance, items, self))
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumHeight(140)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setExpandsOnDoubleClick(False)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setMinimumSectionSize(20)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column in (SHAPE, GRADIENT, MOVED):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)

    def open_rows(self, chosen: str) -> None:
        """Open what there is room for, after the model was reset, and choose the row of a path again."""
        rows = self._items.indices()
        if len(rows) <= MOST_OPEN:
            self.expandAll()
        root = QModelIndex()
        for index in rows:
            if self._items.is_whole_row(index):
                self.setFirstColumnSpanned(index.row(), index.parent(), True)
            part = self._items.part(index)
            if len(rows) > MOST_OPEN and (part.differences or part.is_flagged):
                self._open_above(index)
            if chosen and part.path == chosen and not self._items.remark(index):
                root = index
        self._widest = self._items.longest_words()
        self.size_columns()
        if root.isValid():
            self.setCurrentIndex(root)
            self.scrollTo(root)

    def _open_above(self, index: QModelIndex) -> None:
        above = index.parent()
        while above.isValid() and not self.isExpanded(above):
            self.setExpanded(above, True)
            above = above.parent()

    def size_columns(self) -> None:
        """Give each column the width that its words need."""
        tree = self._items.tree
        if tree is None:
            return
        say, width = self._appearance.wording.say, self.viewport().width()
        text, code = self.fontMetrics(), QFontMetrics(code_font(small(self.font())))
        shape, gradient = self._widest
        self.setColumnHidden(GRADIENT, not tree.has_gradients)
        self.setColumnHidden(MOVED, not tree.has_moves)
        needed = {
            SHAPE: self._width(min(code.horizontalAdvance(shape), width // 3), say("Shape")),
            GRADIENT: self._width(max(min(text.horizontalAdvance(gradient), width // 4), WIDTH), say("Gradient")),
            MOVED: self._width(0, say("Moved")),
        }
        for column, pixels in needed.items():
            self.setColumnWidth(column, pixels)
        # The shape is told below the tree too; a name that can't be read is worse than none.
        others = sum(pixels for column, pixels in needed.items() if column == SHAPE or not self.isColumnHidden(column))
        self.setColumnHidden(SHAPE, width - others < self._name_width())

    def _name_width(self) -> int:
        """Return how much room names need: to step in, for a sign, and for letters."""
        return (
            self.indentation() * min(self._items.deepest, DEEPEST_SEEN)
            + self.fontMetrics().horizontalAdvance("m") * LETTERS
        )

    def _width(self, needed: int, title: str) -> int:
        return max(needed, self.fontMetrics().horizontalAdvance(title)) + PADDING

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew, and keep the chosen row in sight."""
        super().resizeEvent(event)
        self.size_columns()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def drawRow(
        self, painter: QPainter, options: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Mark the row that the keyboard is at."""
        super().drawRow(painter, options, index)
        paint_stripe(self, painter, options.rect, index, self._appearance.colours)

    def restyle(self) -> None:
        """Follow the look, the zoom and the language."""
        self.setStyleSheet(tree_sheet(self._appearance.colours))
        self._widest = self._items.longest_words()
        self.size_columns()
        self.viewport().update()
