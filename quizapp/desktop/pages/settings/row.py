"""One row of the settings, and what its controls have in common."""

from PySide6.QtWidgets import QAbstractButton, QSpinBox, QVBoxLayout, QWidget

from quizapp.desktop.widgets.flow import Flow
from quizapp.desktop.widgets.labels import label


class SettingRow(QWidget):
    """What is set, what that means, and the control for it at the right, or below where there is little room."""

    def __init__(self, control: QWidget) -> None:
        super().__init__()
        self._name, self._meaning = label("strong", wraps=True), label("muted", wraps=True)
        self._control = control
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._name)
        column.addWidget(self._meaning)
        row = Flow(self, gap=24)
        row.setContentsMargins(0, 6, 0, 6)
        row.add_words(words)
        row.addWidget(control)

    def set_words(self, name: str, meaning: str = "") -> None:
        """Name the setting, for eyes and for screen readers."""
        self._name.setText(name)
        self._meaning.setText(meaning)
        self._meaning.setVisible(bool(meaning))
        if isinstance(self._control, QAbstractButton) and self._control.text():
            # A button says what it does; that is not to be lost.
            self._control.setAccessibleDescription("\n".join(filter(None, (name, meaning))))
            return
        self._control.setAccessibleName(name)
        self._control.setAccessibleDescription(meaning)


def show_value(figure: QSpinBox, value: int) -> None:
    """Show a value that was not chosen here: nobody is told of it."""
    was_blocked = figure.blockSignals(True)
    figure.setValue(value)
    figure.blockSignals(was_blocked)
