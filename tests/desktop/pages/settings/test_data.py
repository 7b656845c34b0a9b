from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QMessageBox
from pytestqt.qtbot import QtBot

from quizapp.desktop.pages.settings.data import DataPanel
from quizapp.desktop.widgets.rail import Section
from quizapp.study.data.backups import Of, list_backups
from quizapp.study.data.pending import asked_for
from quizapp.study.data.syncing import file_of
from tests.desktop.desk import Desk
from tests.study.data.sample import home_with, ids, rated
from tests.study.sample import NOON

# Qt's offscreen platform says so of every message box.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> DataPanel:
    desk.shell.show_section(Section.SETTINGS)
    panel = desk.shell.findChild(DataPanel)
    assert panel is not None
    qtbot.waitUntil(lambda: panel.own_data.state.can_begin)
    return panel


def idle(panel: DataPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: panel.own_data.state.can_begin)


def told(panel: DataPanel, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: bool(panel.told.text()))
    return panel.told.text()


def question(desk: Desk, qtbot: QtBot) -> QMessageBox:
    def open_boxes() -> list[QMessageBox]:
        return [box for box in desk.window.findChildren(QMessageBox) if box.isVisible()]

    qtbot.waitUntil(lambda: bool(open_boxes()))
    return open_boxes()[0]


def answer(box: QMessageBox, text: str) -> None:
    buttons: list[QAbstractButton] = box.buttons()
    next(button for button in buttons if button.text() == text).click()


def back_up(panel: DataPanel, desk: Desk, qtbot: QtBot) -> None:
    panel.back_up.click()
    qtbot.waitUntil(lambda: panel.backups.count() > 0)
    idle(panel, qtbot)


def test_nothing_can_be_pressed_before_the_journal_is_open(bare_desk: Desk) -> None:
    bare_desk.shell.show_section(Section.SETTINGS)
    panel = bare_desk.shell.findChild(DataPanel)

    assert panel is not None
    buttons = (panel.back_up, panel.restore, panel.export, panel.bring_in, panel.sync)
    assert [False] * 5 == [button.isEnabled() for button in buttons]
    assert panel.open.isEnabled()


def test_a_backup_is_made_told_and_listed(panel: DataPanel, desk: Desk, qtbot: QtBot) -> None:
    back_up(panel, desk, qtbot)

    assert told(panel, qtbot).startswith("Backed up: ")
    assert 1 == panel.backups.count()
    assert panel.restore.isEnabled()


def test_a_backup_is_put_in_place_at_the_next_start_only_after_a_yes(
    panel: DataPanel, desk: Desk, qtbot: QtBot
) -> None:
    back_up(panel, desk, qtbot)
    panel.restore.click()
    box = question(desk, qtbot)

    assert "The present journal is backed up before" in box.informativeText()
    assert asked_for(desk.home) is None
    answer(box, "Restore at the next start")

    qtbot.waitUntil(lambda: not panel.withdraw.isHidden() and panel.withdraw.isVisibleTo(panel))
    assert list_backups(desk.home.backups, Of.JOURNAL)[0].path == asked_for(desk.home)


def test_a_restore_can_be_withdrawn(panel: DataPanel, desk: Desk, qtbot: QtBot) -> None:
    back_up(panel, desk, qtbot)
    panel.own_data.restore(list_backups(desk.home.backups, Of.JOURNAL)[0])
    qtbot.waitUntil(lambda: panel.withdraw.isVisibleTo(panel))

    panel.withdraw.click()

    qtbot.waitUntil(lambda: not panel.withdraw.isVisibleTo(panel))
    assert asked_for(desk.home) is None


def test_a_damaged_backup_is_told_instead_of_asked_about(panel: DataPanel, desk: Desk, qtbot: QtBot) -> None:
    back_up(panel, desk, qtbot)
    path = list_backups(desk.home.backups, Of.JOURNAL)[0].path
    path.write_bytes(path.read_bytes()[:4096])

    panel.restore.click()

    qtbot.waitUntil(lambda: "cut short or damaged" in panel.told.text())


@pytest.mark.parametrize("name", ["out.jsonl", "out.csv"])
def test_an_export_is_written_where_it_was_chosen(
    panel: DataPanel, desk: Desk, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    desk.journal.append(rated("basics/views/one"), NOON)
    desk.services.learner.refresh()

    panel._picker.export_picked.emit(tmp_path / name)

    assert told(panel, qtbot).endswith("1 entry written.")
    assert b"basics/views/one" in (tmp_path / name).read_bytes()


def test_an_import_is_looked_at_and_comes_in_after_a_yes(
    panel: DataPanel, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "cards.csv"
    path.write_text("front,back\nWhat is a view?,Shared memory\n")

    panel._picker.import_picked.emit(path)
    box = question(desk, qtbot)
    assert "It holds 1 card." in box.informativeText()
    answer(box, "Import")

    assert told(panel, qtbot).endswith("cards.csv: 1 new.")
    assert ["basics", "own"] == [pack.id for pack in desk.services.packs]
    assert 1 == len(list_backups(desk.home.backups, Of.JOURNAL))


def test_a_no_imports_nothing(panel: DataPanel, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "cards.csv"
    path.write_text("front,back\na,b\n")

    panel._picker.import_picked.emit(path)
    answer(question(desk, qtbot), "Cancel")

    assert ["basics"] == [pack.id for pack in desk.services.packs]


def test_a_file_of_no_use_is_told(panel: DataPanel, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "photo.jsonl").write_bytes(b"\x89PNG")

    panel._picker.import_picked.emit(tmp_path / "photo.jsonl")

    assert "photo.jsonl is no journal of quizapp" in told(panel, qtbot)


def test_a_shared_folder_is_synced_and_what_came_in_is_told(
    panel: DataPanel, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    from quizapp.study.data.safekeeping import leave

    (tmp_path / "shared").mkdir()
    leave(home_with(tmp_path / "other", rated("basics/views/one")), str(tmp_path / "shared"), NOON)
    panel._picker.folder_picked.emit(str(tmp_path / "shared"))

    panel.sync.click()

    assert "1 new entry came in." == told(panel, qtbot)
    assert file_of(tmp_path / "shared", desk.journal.device).is_file()
    assert 1 == len(ids(desk.home.journal))
    assert str(tmp_path / "shared") == desk.preferences.settings.sync_folder


def test_a_folder_that_is_gone_is_told(panel: DataPanel, qtbot: QtBot, tmp_path: Path) -> None:
    panel._picker.folder_picked.emit(str(tmp_path / "gone"))

    panel.sync.click()

    assert told(panel, qtbot).startswith("There is no folder")


def test_without_a_folder_there_is_nothing_to_sync(panel: DataPanel, desk: Desk, tmp_path: Path) -> None:
    panel._picker.folder_picked.emit(str(tmp_path))
    before = panel.sync.isVisibleTo(panel)

    panel.leave.click()

    assert (True, False, "") == (before, panel.sync.isVisibleTo(panel), desk.preferences.settings.sync_folder)


def test_syncing_by_itself_can_be_turned_off(panel: DataPanel, desk: Desk, tmp_path: Path) -> None:
    panel._picker.folder_picked.emit(str(tmp_path))

    panel.by_itself.click()

    assert not desk.preferences.settings.sync_by_itself
