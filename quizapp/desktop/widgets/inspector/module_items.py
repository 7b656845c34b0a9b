"""The rows of a module's tree for Qt: indices lead to parts, everything else is asked of them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.inspector.module_parts import Difference, ModuleTree, Part, PartKind, shared_difference
from quizapp.desktop.widgets.inspector.module_words import (
    buffer_word,
    differences_text,
    flow_text,
    moved_word,
    row_text,
    tie_text,
    warning,
)
from quizapp.judging.printing import shown_shape

Index: TypeAlias = QModelIndex | QPersistentModelIndex

NAME, SHAPE, GRADIENT, MOVED = range(4)
_ROOT: Final = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Remark(StrEnum):
    """What a row without a part of its own says of the part above it."""

    NONE = ""
    WARNING = "warning"
    DIFFERENCE = "difference"


@dataclass(frozen=True)
class _Row:
    """A part, or a remark about it; `said` are the differences told of what it lies in."""

    part: Part
    remark: Remark
    said: frozenset[Difference]


class ModuleItems(QAbstractItemModel):
    """Parts as rows; the root itself is none: the view's head tells about it.

    A part that no optimizer finds, or that differs from the expected one, is followed by a row that says so.
    """

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.tree: ModuleTree | None = None
        self._rows: list[_Row] = []
        self._places: list[tuple[int, int]] = []
        self._children: list[list[int]] = []

    def show_tree(self, tree: ModuleTree) -> None:
        """Show another module."""
        self.beginResetModel()
        self.tree = tree
        self._rows, self._places, self._children = [_Row(tree.root, Remark.NONE, frozenset())], [(0, 0)], [[]]
        self._add_below(0, frozenset())
        self.endResetModel()

    def _add_below(self, number: int, said: frozenset[Difference]) -> None:
        """Add what is in a part; what was `said` of it as a whole is not said again of each."""
        for part in self._rows[number].part.parts:
            child = self._add(number, _Row(part, Remark.NONE, said))
            if part.is_flagged:
                self._add(number, _Row(part, Remark.WARNING, said))
            if differences_text(part, self._appearance.wording, said):
                self._add(number, _Row(part, Remark.DIFFERENCE, said))
            shared = shared_difference(part) if part.kind is PartKind.MODULE else None
            self._add_below(child, said.union(part.differences, [shared] if shared else []))

    def _add(self, parent: int, row: _Row) -> int:
        number = len(self._rows)
        self._rows.append(row)
        self._places.append((parent, len(self._children[parent])))
        self._children.append([])
        self._children[parent].append(number)
        return number

    def part(self, index: Index) -> Part:
        """Return what a row shows."""
        return self._row(index).part

    def remark(self, index: Index) -> Remark:
        """Return what a row that only says something of the part above it is about."""
        return self._row(index).remark

    def _row(self, index: Index) -> _Row:
        return self._rows[index.internalId() if index.isValid() else 0]

    def is_whole_row(self, index: Index) -> bool:
        """Whether a row has one cell: it says something that needs all of the width."""
        return bool(self.remark(index)) or self.part(index).kind in (PartKind.MODULE, PartKind.HIDDEN)

    def indices(self) -> list[QModelIndex]:
        """Return the first cell of every row, parents before their children."""
        return [self._at(number) for number in range(1, len(self._rows))]

    def _at(self, number: int) -> QModelIndex:
        return self.createIndex(self._places[number][1], NAME, number) if number else QModelIndex()

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """Return the cell of a row below another."""
        below = self._below(parent)
        if not 0 <= row < len(below) or not 0 <= column <= MOVED:
            return QModelIndex()
        return self.createIndex(row, column, below[row])

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        """Return the row that one lies below."""
        return self._at(self._places[index.internalId()][0]) if index.isValid() else QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows lie below one."""
        return len(self._below(parent)) if parent.column() <= 0 else 0

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return MOVED + 1

    def _below(self, parent: Index) -> list[int]:
        if not self._children:
            return []
        return self._children[parent.internalId() if parent.isValid() else 0]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the word over a column."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT
        if role == Qt.ItemDataRole.ToolTipRole and section == GRADIENT:
            return self._appearance.wording.say("Norm of the gradient; the bars of the whole tree have one scale")
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        say = self._appearance.wording.say
        return (say("Name"), say("Shape"), say("Gradient"), say("Moved"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says, and on the first cell what the whole row says."""
        if not index.isValid() or self.tree is None:
            return None
        wording, part = self._appearance.wording, self.part(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._word(part, index)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == NAME:
            return row_text(part, self.tree, wording)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == NAME:
            return self._remark_text(index) if self.remark(index) else row_text(part, self.tree, wording)
        return None

    def _word(self, part: Part, index: Index) -> str:
        wording = self._appearance.wording
        if self.remark(index):
            return self._remark_text(index) if index.column() == NAME else ""
        if index.column() == NAME:
            return part.label
        if part.tensor is None or self.tree is None:
            return ""
        if index.column() == SHAPE:
            return shown_shape(part.tensor.shape)
        if index.column() == MOVED:
            return moved_word(part.tensor.moved, wording)
        if part.kind is PartKind.BUFFER or part.is_missing:
            return buffer_word(part, wording)
        return flow_text(part.flow, wording) if part.flow else ""

    def note(self, index: Index) -> str:
        """Return what stands beside a name: its other names, or what has no column of its own now."""
        part = self.part(index)
        shows_column = self.tree is not None and self.tree.has_gradients
        return tie_text(part) or ("" if shows_column else buffer_word(part, self._appearance.wording))

    @property
    def deepest(self) -> int:
        """How many levels below the root the deepest part lies."""
        return max((row.part.path.count(".") + 1 for row in self._rows), default=0)

    def longest_words(self) -> tuple[str, str]:
        """Return the longest shape and the longest word for a gradient."""
        wording = self._appearance.wording
        parts = [row.part for row in self._rows if not row.remark]
        shapes = {part.tensor.shape for part in parts if part.tensor is not None}
        flows = (flow_text(part.flow, wording) for part in parts if part.flow is not None)
        return max(map(shown_shape, shapes), key=len, default=""), max(flows, key=len, default="")

    def _remark_text(self, index: Index) -> str:
        row, wording = self._row(index), self._appearance.wording
        if row.remark is Remark.WARNING:
            return warning(row.part, wording)
        return differences_text(row.part, wording, row.said)
