"""Boxes to tick, which the set-up of a quiz unfolds."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import label


class CheckGroup(QWidget):
    """Boxes to tick, in columns; above them two buttons that tick all or none.

    Signals:
        changed: another box is ticked, or none.
    """

    changed = Signal()

    def __init__(self, columns: int) -> None:
        super().__init__()
        self._columns = columns
        self._boxes: dict[str, QCheckBox] = {}
        self._headings: list[QLabel] = []
        self.every, self.none = Button("quiet"), Button("quiet")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(4)
        quick = QHBoxLayout()
        quick.setSpacing(4)
        quick.addWidget(self.every)
        quick.addWidget(self.none)
        quick.addStretch()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 6)
        rows.setSpacing(6)
        rows.addLayout(quick)
        rows.addLayout(self._grid)
        self.every.clicked.connect(self._tick_all)
        self.none.clicked.connect(self._tick_none)

    def make_boxes(self, groups: Iterable[Iterable[str]]) -> None:
        """Have a box for each key, in groups under headings; all ticked as they were, new ones too."""
        was = {key: box.isChecked() for key, box in self._boxes.items()}
        while (place := self._grid.takeAt(0)) is not None:
            if (widget := place.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._boxes, self._headings = {}, []
        row = 0
        for keys in groups:
            heading = label("small")
            self._headings.append(heading)
            self._grid.addWidget(heading, row, 0, 1, self._columns)
            for place_in_group, key in enumerate(keys):
                down, across = divmod(place_in_group, self._columns)
                self._grid.addWidget(self._make_box(key, was.get(key, True)), row + 1 + down, across)
            row = self._grid.rowCount()

    def _make_box(self, key: str, ticked: bool) -> QCheckBox:
        box = self._boxes[key] = QCheckBox()
        box.setChecked(ticked)
        box.toggled.connect(self.changed)
        return box

    def set_words(self, words: dict[str, str], headings: Iterable[str] = ()) -> None:
        """Name the boxes, and the groups if there is more than one."""
        for key, box in self._boxes.items():
            box.setText(words[key])
        named = list(headings)
        for number, heading in enumerate(self._headings):
            heading.setText(named[number] if number < len(named) else "")
            heading.setVisible(len(named) > 1)

    def ticked(self) -> frozenset[str]:
        """Return the keys of the boxes that are ticked."""
        return frozenset(key for key, box in self._boxes.items() if box.isChecked())

    def tick(self, keys: Iterable[str]) -> None:
        """Tick these boxes and no others, with one signal."""
        wanted = frozenset(keys)
        self.blockSignals(True)
        for key, box in self._boxes.items():
            box.setChecked(key in wanted)
        self.blockSignals(False)
        self.changed.emit()

    @Slot()
    def _tick_all(self) -> None:
        self.tick(self._boxes)

    @Slot()
    def _tick_none(self) -> None:
        self.tick(())
