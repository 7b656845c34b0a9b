"""The rows of an embedding table for Qt."""

from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.inspector.embedding_model import Table
from quizapp.desktop.widgets.inspector.embedding_words import DIGITS, row_text
from quizapp.judging.printing import number_text

Index: TypeAlias = QModelIndex | QPersistentModelIndex

ROW, VALUES, NORM, GRADIENT, LOOKED_UP = range(5)
_ROOT: Final = QModelIndex()


class EmbeddingItems(QAbstractTableModel):
    """All rows of a table, or those with a gradient."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.table: Table | None = None
        self._chosen: NDArray[np.intp] | None = None

    def show_table(self, table: Table, *, only_with_gradient: bool) -> None:
        """Show another table, or other rows of it."""
        self.beginResetModel()
        self.table = table
        self._chosen = table.with_gradient if only_with_gradient else None
        self.endResetModel()

    def row(self, index: Index) -> int:
        """Return the number of the table's row that a row of the view shows."""
        return index.row() if self._chosen is None else int(self._chosen[index.row()])

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows are shown."""
        if self.table is None or parent.isValid():
            return 0
        return self.table.rows if self._chosen is None else len(self._chosen)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else LOOKED_UP + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the word over a column."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        say = self._appearance.wording.say
        return (say("Row"), say("Values"), say("Norm"), say("Gradient"), say("Looked up"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says, and on the first cell what the whole row says."""
        if self.table is None or not index.isValid():
            return None
        row, wording = self.row(index), self._appearance.wording
        if role == Qt.ItemDataRole.DisplayRole:
            return self._word(self.table, row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole or (
            role == Qt.ItemDataRole.AccessibleTextRole and index.column() == ROW
        ):
            return row_text(self.table, row, wording)
        return None

    def _word(self, table: Table, row: int, column: int) -> str:
        say = self._appearance.wording.say
        if column == ROW:
            return str(row)
        if column == NORM and table.norms is not None:
            return number_text(table.norms[row], DIGITS)
        if column == GRADIENT and table.gradient_norms is not None:
            return number_text(table.gradient_norms[row], DIGITS) if table.gradient_norms[row] != 0 else say("none")
        if column == LOOKED_UP and table.looked_up is not None:
            return say("yes") if row in table.looked_up else say("no")
        return ""
