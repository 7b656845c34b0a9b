from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from quizapp.desktop.pages.settings.anki_model import export_pack
from quizapp.desktop.pages.settings.data import DataPanel
from quizapp.desktop.widgets.rail import Section
from quizapp.study.anki.reading import read_anki
from tests.desktop.desk import Desk

# Qt's offscreen platform says so of every message box.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> DataPanel:
    desk.shell.show_section(Section.SETTINGS)
    panel = desk.shell.findChild(DataPanel)
    assert panel is not None
    qtbot.waitUntil(lambda: panel.own_data.state.can_begin)
    return panel


def _told(panel: DataPanel, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: bool(panel.told.text()))
    return panel.told.text()


def _cards(path: Path) -> int:
    return len(read_anki(path, datetime.now(UTC)).cards)


def test_the_packs_that_have_cards_are_listed(panel: DataPanel, desk: Desk) -> None:
    assert [desk.services.packs[0].title.read("en")] == [panel.anki.packs.itemText(0)]
    assert panel.anki.isVisibleTo(panel)


def test_a_packs_cards_are_written_as_a_deck(panel: DataPanel, qtbot: QtBot, tmp_path: Path) -> None:
    panel.anki.ask_for_export(str(tmp_path / "out.apkg"))

    count = int(_told(panel, qtbot).split(": ")[-1].split()[0])
    assert count == _cards(tmp_path / "out.apkg") > 0


def test_a_deck_is_looked_at_and_comes_in_after_a_yes(
    panel: DataPanel, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "deck.apkg"
    export_pack(path, desk.services.packs[0], "en")
    count = _cards(path)

    panel._picker.import_picked.emit(path)
    qtbot.waitUntil(lambda: any(box.isVisible() for box in desk.window.findChildren(QMessageBox)))
    (box,) = desk.window.findChildren(QMessageBox)
    assert "It brings" in box.informativeText()
    next(button for button in box.buttons() if button.text() == "Import").click()

    assert "new card" in _told(panel, qtbot)
    assert count == len(desk.services.learner.own_cards())
    assert "own" == desk.services.packs[-1].id
