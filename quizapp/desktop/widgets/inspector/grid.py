"""A plane of a tensor as a grid of numbers, walked by mouse or keyboard."""

from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.fonts import code_font
from quizapp.desktop.widgets.inspector.inks import row_ground
from quizapp.desktop.widgets.inspector.numeral import Numeral, is_odd
from quizapp.desktop.widgets.inspector.plane import MOST_LINES, Cell
from quizapp.judging.numbers import Array

MOST_ROWS_SHOWN = 9
"""More rows scroll."""

_Where = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class GridModel(QAbstractTableModel):
    """The numbers of a window of a plane, and which cells are lit."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._plane: Array = np.zeros((0, 0))
        self._numeral = Numeral("whole")
        self._corner: Cell = (0, 0)
        self._lit: dict[Cell, QColor] = {}

    def show_plane(self, plane: Array, numeral: Numeral, corner: Cell = (0, 0)) -> None:
        """Show the plane from a cell on, at most MOST_LINES each way."""
        self.beginResetModel()
        self._plane, self._numeral, self._corner, self._lit = plane, numeral, corner, {}
        self.endResetModel()

    def light(self, cells: dict[Cell, QColor]) -> None:
        """Light these cells of the plane and no others."""
        changed = self._lit.keys() | cells.keys()
        self._lit = cells
        for row, column in changed:
            index = self.index_of((row, column))
            if index.isValid():
                self.dataChanged.emit(index, index, [_Role.BackgroundRole, _Role.ForegroundRole])

    def index_of(self, cell: Cell) -> QModelIndex:
        """Return where a cell of the plane is in the grid; not valid if outside of it."""
        return self.index(cell[0] - self._corner[0], cell[1] - self._corner[1])

    def cell_of(self, index: QModelIndex) -> Cell:
        """Return which cell of the plane is at a place in the grid."""
        return index.row() + self._corner[0], index.column() + self._corner[1]

    def last_labels(self) -> tuple[str, str]:
        """Return the longest labels of rows and columns."""
        return str(self._corner[0] + self.rowCount()), str(self._corner[1] + self.columnCount())

    def rowCount(self, parent: _Where = QModelIndex()) -> int:  # noqa: B008
        """Return the rows of the window."""
        return 0 if parent.isValid() else max(0, min(MOST_LINES, self._plane.shape[0] - self._corner[0]))

    def columnCount(self, parent: _Where = QModelIndex()) -> int:  # noqa: B008
        """Return the columns of the window."""
        return 0 if parent.isValid() else max(0, min(MOST_LINES, self._plane.shape[1] - self._corner[1]))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """Return the index of a row or column."""
        if role == _Role.DisplayRole:
            return str(section + self._corner[orientation is Qt.Orientation.Horizontal])
        return None

    def data(self, index: _Where, role: int = _Role.DisplayRole) -> Any:
        """Return a number, or how its cell looks."""
        row, column = index.row() + self._corner[0], index.column() + self._corner[1]
        if role == _Role.DisplayRole:
            return self._numeral.text(self._plane[row, column])
        if role == _Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == _Role.BackgroundRole:
            return self._lit.get((row, column)) or row_ground(self._appearance.colours, row)
        if role == _Role.ForegroundRole:
            return self._ink((row, column))
        return None

    def _ink(self, cell: Cell) -> QColor:
        colours = self._appearance.colours
        if self._lit.get(cell) == colours.colour("accent"):
            return colours.colour("on_accent")
        return colours.colour("bad" if is_odd(self._plane[cell]) else "text")


class _Header(QHeaderView):
    """Row or column labels that are as large as told; Qt would ask hundreds of sections each time it lays out."""

    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self._across = 20
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def set_sizes(self, along: int, across: int) -> None:
        """Make each section so long, and the header so wide."""
        self._across = across
        self.setDefaultSectionSize(along)
        if self.orientation() is Qt.Orientation.Horizontal:
            self.setFixedHeight(across)
        else:
            self.setFixedWidth(across)

    def sizeHint(self) -> QSize:
        """Return what was told."""
        return QSize(self._across, self._across)


class Grid(QTableView):
    """Shows a plane; `looked_at` carries the cell under the mouse or, without one, that of the keyboard."""

    looked_at = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._numeral = Numeral("whole")
        self.cells = GridModel(appearance)
        self.setModel(self.cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._columns, self._rows = _Header(Qt.Orientation.Horizontal), _Header(Qt.Orientation.Vertical)
        self.setHorizontalHeader(self._columns)
        self.setVerticalHeader(self._rows)
        self._dress()
        appearance.changed.connect(self._dress)
        self.entered.connect(self._tell)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_plane(self, plane: Array, numeral: Numeral, corner: Cell = (0, 0)) -> None:
        """Show a plane from a cell on."""
        kept = self.current_cell() if self.currentIndex().isValid() else None
        self._numeral = numeral
        self.cells.show_plane(plane, numeral, corner)
        self.restyle()
        if kept is not None:
            self.setCurrentIndex(self.cells.index_of(kept))

    def current_cell(self) -> Cell:
        """Return the cell that the keyboard is at, at first the first one."""
        index = self.currentIndex()
        return self.cells.cell_of(index if index.isValid() else self.cells.index(0, 0))

    def restyle(self) -> None:
        """Follow theme, zoom and what is shown."""
        self.setFont(code_font(self._appearance_font()))
        metrics = QFontMetricsF(self.font())
        letter, (last_row, last_column) = metrics.horizontalAdvance("0"), self.cells.last_labels()
        widest = max(self._numeral.width, len(last_column))
        self._columns.set_sizes(round(letter * widest + 16), round(metrics.height() + 4))
        self._rows.set_sizes(round(metrics.height() + 7), round(letter * len(last_row) + 14))
        for header in (self._columns, self._rows):
            header.setFont(self.font())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return what the rows need, up to MOST_ROWS_SHOWN."""
        shown = min(self.cells.rowCount(), MOST_ROWS_SHOWN)
        height = self.horizontalHeader().height() + shown * self.verticalHeader().defaultSectionSize() + 2
        bar = self.horizontalScrollBar().sizeHint().height() if self._content_width() > self.width() else 0
        return QSize(self._content_width(), height + bar)

    def minimumSizeHint(self) -> QSize:
        """Return the same height, and a width of few columns."""
        return QSize(min(160, self._content_width()), self.sizeHint().height())

    def resizeEvent(self, event: Any) -> None:
        """Make room for a scroll bar where the columns have become too many."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def leaveEvent(self, event: QEvent) -> None:
        """Go back to the cell of the keyboard."""
        super().leaveEvent(event)
        self.looked_at.emit(self.current_cell())

    @Slot(QModelIndex)
    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.looked_at.emit(self.cells.cell_of(index))

    def _content_width(self) -> int:
        columns = self.cells.columnCount() * self.horizontalHeader().defaultSectionSize()
        bar = self.verticalScrollBar().sizeHint().width() if self.cells.rowCount() > MOST_ROWS_SHOWN else 0
        return min(100_000, columns) + self.verticalHeader().width() + bar + 2

    def _appearance_font(self) -> Any:
        parent = self.parentWidget()
        return parent.font() if parent is not None else self.font()

    @Slot()
    def _dress(self) -> None:
        colours = self._appearance.colours
        look = self.palette()
        look.setColor(QPalette.ColorRole.Base, colours.colour("window"))
        self.setPalette(look)
        self.setStyleSheet(
            f"QTableView {{ background: transparent; gridline-color: {colours.border};"
            " border: 1px solid transparent; border-radius: 3px; }"
            f"QTableView:focus {{ border-color: {colours.accent}; }}"
            f"QAbstractScrollArea::corner {{ background: transparent; border: 0; }}"
            f"QHeaderView, QHeaderView::section, QTableCornerButton::section {{ background: transparent;"
            f" color: {colours.muted}; border: 0; padding: 0 7px 0 0; }}"
        )
