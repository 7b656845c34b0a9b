"""What the colours of a plot mean."""

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from quizapp.desktop.appearance import Appearance
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
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 0, 0, 0)
        self._row.setSpacing(7)

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
        if self._parts:
            self._row.addSpacing(12)
        self._row.addWidget(patch)
        self._row.addWidget(words)
        self._parts.append((patch, words))
