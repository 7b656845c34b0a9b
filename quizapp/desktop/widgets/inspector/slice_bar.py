"""Chooses which plane of a tensor is looked at: a number for each leading axis, and where a long one begins."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.inspector.plane import MOST_LINES, Cell, Index, Plane, plane_of
from quizapp.desktop.widgets.labels import label

_LARGEST_SPIN = (1 << 31) - 1


class SliceBar(QWidget):
    """A row of numbers `[1, 0, :, :]`; hidden where there is nothing to choose."""

    changed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._shape: Index = ()
        self._axes: list[QSpinBox] = []
        self._corner: dict[int, QSpinBox] = {}
        self._is_windowed = True
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self.hide()
        appearance.changed.connect(self._retranslate)

    def show_shape(self, shape: Index, at: Index = (), *, windowed: bool = True) -> None:
        """Offer the planes of a tensor, at first the one at `at`; what was chosen for the same shape stays.

        Where it is `windowed`, an axis longer than a grid can show gets a number for its beginning.
        """
        if shape != self._shape or not self._row.count():
            self._shape, self._is_windowed = shape, windowed
            self._build()
        if at:
            self._go_to(at)

    def choose(self, leading: Index) -> None:
        """Show the plane at these places of the leading axes."""
        self._go_to(leading)
        self.changed.emit()

    def plane(self) -> Plane:
        """Return the chosen plane."""
        return plane_of(self._shape, tuple(box.value() for box in self._axes))

    def corner(self) -> Cell:
        """Return the first row and column that are shown."""
        row, column = (self._corner[axis].value() if axis in self._corner else 0 for axis in (0, 1))
        return row, column

    def words(self) -> str:
        """Return the chosen plane as Python writes it: `[1, 0, :, :]`; empty if it is all there is."""
        return f"[{', '.join([*(str(box.value()) for box in self._axes), ':', ':'])}]" if self._axes else ""

    @Slot()
    def _retranslate(self) -> None:
        chosen, corner = [box.value() for box in self._axes], self.corner()
        self._build()
        self._go_to(tuple(chosen))
        for axis, box in self._corner.items():
            box.setValue(corner[axis])

    def _build(self) -> None:
        self._clear()
        say = self._appearance.wording.say
        if len(self._shape) > 2:
            self._add_words("[")
            for axis, size in enumerate(self._shape[:-2]):
                box = self._spin(size - 1, say("Place on axis {axis}", axis=axis))
                self._axes.append(box)
                self._add_words(",")
            self._add_words(":, :]")
        plane = plane_of(self._shape)
        for axis, (size, words) in enumerate(((plane.rows, say("from row")), (plane.columns, say("from column")))):
            if self._is_windowed and size > MOST_LINES:
                self._add_words(words)
                self._corner[axis] = self._spin(size - MOST_LINES, words)
                self._corner[axis].setSingleStep(100)
        self._row.addStretch(1)
        self.setVisible(bool(self._axes or self._corner))

    def _clear(self) -> None:
        self._axes, self._corner = [], {}
        while (place := self._row.takeAt(0)) is not None:
            part = place.widget()
            if part is not None:
                part.hide()
                part.deleteLater()

    def _add_words(self, words: str) -> None:
        made = label("muted")
        made.setText(words)
        self._row.addWidget(made)

    def _spin(self, last: int, name: str) -> QSpinBox:
        box = QSpinBox()
        box.setRange(0, min(_LARGEST_SPIN, max(0, last)))
        box.setAccessibleName(name)
        box.setToolTip(f"{name} (0–{max(0, last)})")
        box.valueChanged.connect(self._tell)
        self._row.addWidget(box)
        return box

    def _go_to(self, at: Index) -> None:
        for box, place in zip(self._axes, at, strict=False):
            blocked = box.blockSignals(True)
            box.setValue(place)
            box.blockSignals(blocked)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
