"""What the colours of a plot mean."""

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.flow import Flow
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.plots.inks import part_inks

_SIDE = 11
"""Logical pixels of a patch of colour."""


class Legend(QWidget):
    """Patches of colour with their names, in the order in which bars are stacked; hidden without any."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._parts: list[tuple[QLabel, QLabel]] = []
        self._row = Flow(self, gap=19, line_gap=2)
        self._row.setContentsMargins(4, 0, 0, 0)

    def show_names(self, names: tuple[str, ...]) -> None:
        """Show these names in the colours in use."""
        while len(self._parts) < len(names):
            self._add_part()
        inks = part_inks(self._appearance.colours)
        for (patch, words), name, ink in zip(self._parts, names, inks, strict=False):
            picture = QPixmap(_SIDE, _SIDE)
            picture.fill(ink)
            patch.setPixmap(picture)
            words.setText(name)
        self.setVisible(bool(names))

    def _add_part(self) -> None:
        patch, words = QLabel(), label("small")
        # The two never part.
        pair = QWidget()
        beside = QHBoxLayout(pair)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(7)
        beside.addWidget(patch)
        beside.addWidget(words)
        self._row.addWidget(pair)
        self._parts.append((patch, words))
