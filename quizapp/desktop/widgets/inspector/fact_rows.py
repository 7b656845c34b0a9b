"""Facts as two columns, what and how, that can be selected and copied."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from quizapp.desktop.widgets.labels import label


class FactRows(QWidget):
    """A few facts below each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[tuple[str, str], ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        """Show other facts; the same ones are left as they are."""
        if facts == self._facts:
            return
        self._facts = facts
        while (place := self._grid.takeAt(0)) is not None:
            old = place.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for row, (what, how) in enumerate(facts):
            name, value = label("small"), label(wraps=True)
            name.setText(what)
            value.setText(how)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setAccessibleName(f"{what}: {how}")
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, 1)

    def facts(self) -> tuple[tuple[str, str], ...]:
        """Return what is shown."""
        return self._facts
