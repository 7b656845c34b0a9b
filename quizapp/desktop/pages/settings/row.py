"""One row of the settings, and what its controls have in common."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from quizapp.desktop.widgets.labels import label


class SettingRow(QWidget):
    """What is set, what that means, and the control for it at the right."""

    def __init__(self, control: QWidget) -> None:
        super().__init__()
        self._name, self._meaning = label("strong", wraps=True), label("muted", wraps=True)
        self._control = control
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._meaning)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(24)
        row.addLayout(words, 1)
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_words(self, name: str, meaning: str = "") -> None:
        """Name the setting, for eyes and for screen readers."""
        self._name.setText(name)
        self._meaning.setText(meaning)
        self._meaning.setVisible(bool(meaning))
        self._control.setAccessibleName(name)
        self._control.setAccessibleDescription(meaning)


def show_value(figure: QSpinBox, value: int) -> None:
    """Show a value that was not chosen here: nobody is told of it."""
    was_blocked = figure.blockSignals(True)
    figure.setValue(value)
    figure.blockSignals(was_blocked)
