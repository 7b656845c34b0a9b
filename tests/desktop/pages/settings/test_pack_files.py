from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from quizapp.desktop.pages.settings.pack_files import PackFilesRow
from quizapp.desktop.widgets.rail import Section
from quizapp.desktop_entry import is_possible
from tests.desktop.desk import Desk, visible_texts

pytestmark = pytest.mark.skipif(not is_possible(), reason="another kind of desktop")

ENTRY = Path("applications", "quizapp.desktop")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def row(data: Path, desk: Desk) -> PackFilesRow:
    desk.shell.show_section(Section.SETTINGS)
    row = desk.shell.findChild(PackFilesRow)
    assert row is not None
    return row


def choose(row: PackFilesRow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.changed):
        row.box.click()


def test_one_click_makes_packs_open_with_the_app_and_another_undoes_it(
    row: PackFilesRow, data: Path, qtbot: QtBot
) -> None:
    choose(row, qtbot)
    assert (True, True) == (row.box.isChecked(), (data / ENTRY).is_file())

    choose(row, qtbot)
    assert (False, False) == (row.box.isChecked(), (data / ENTRY).is_file())


def test_what_cannot_be_done_is_told_and_not_shown_as_done(row: PackFilesRow, data: Path, qtbot: QtBot) -> None:
    data.write_text("a file, not a folder")

    choose(row, qtbot)

    assert (False, True) == (row.box.isChecked(), row.box.isEnabled())
    assert any("can't be used" in text for text in visible_texts(row))


def test_what_the_terminal_did_is_seen_when_the_page_comes_up_again(
    row: PackFilesRow, data: Path, desk: Desk, qtbot: QtBot
) -> None:
    choose(row, qtbot)
    (data / ENTRY).unlink()

    desk.shell.show_section(Section.TODAY)
    desk.shell.show_section(Section.SETTINGS)

    assert not row.box.isChecked()
