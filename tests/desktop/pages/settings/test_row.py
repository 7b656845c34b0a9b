"""One row of the settings."""

import pytest
from PySide6.QtWidgets import QCheckBox, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from quizapp.desktop.pages.settings.row import SettingRow
from quizapp.desktop.widgets.buttons import Button


def row_with(control: QWidget, qtbot: QtBot) -> SettingRow:
    row = SettingRow(control)
    qtbot.addWidget(row)
    row.set_words("Backups", "Once a day.")
    return row


@pytest.mark.parametrize("make", [QCheckBox, QSpinBox])
def test_a_control_without_words_is_called_after_its_row(make: type[QWidget], qtbot: QtBot) -> None:
    control = make()
    row = row_with(control, qtbot)

    assert row.isAncestorOf(control)
    assert [control.accessibleName(), control.accessibleDescription()] == ["Backups", "Once a day."]


def test_a_button_keeps_its_own_words(qtbot: QtBot) -> None:
    button = Button()
    button.setText("Back up now")
    row = row_with(button, qtbot)

    assert row.isAncestorOf(button)
    assert [button.accessibleName(), button.accessibleDescription()] == ["", "Backups\nOnce a day."]
