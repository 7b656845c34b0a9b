from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.opening import FAULT, Opening, open_home
from quizapp.desktop.preferences import Preferences
from quizapp.home import Home
from quizapp.message import SaysError
from quizapp.sandbox.way import Way
from quizapp.settings import LookChoice, Settings
from quizapp.shipped import shipped
from quizapp.wording import Wording


@pytest.fixture
def opening(qapp: QApplication, tmp_path: Path) -> Iterator[Opening]:
    appearance = Appearance(Wording("en"), LookChoice.SYSTEM, qapp)
    home = Home(tmp_path / "home")
    made = Opening(home, Preferences(home, Settings(), appearance), appearance)
    yield made
    made.close()


def test_a_new_home_is_made_and_can_be_studied_in(tmp_path: Path) -> None:
    opened = open_home(Home(tmp_path / "new"), shipped("content"), Settings())

    assert opened.learner.today().new != ()
    opened.close()


def test_the_way_that_is_set_is_the_sandboxs(tmp_path: Path) -> None:
    opened = open_home(Home(tmp_path / "new"), shipped("content"), Settings(way="pool"))

    assert opened.sandbox.way is Way.POOL
    opened.close()


def test_a_ready_sandbox_is_told_with_what_it_keeps_out(qtbot: QtBot, opening: Opening) -> None:
    with qtbot.waitSignal(opening.sandbox_ready, timeout=60_000) as ready:
        opening.begin()

    assert [isolation.level for isolation in ready.args] == ["full"]


def test_a_damaged_journal_is_told_and_left_as_it_is(qtbot: QtBot, opening: Opening, tmp_path: Path) -> None:
    journal = tmp_path / "home" / "journal.sqlite"
    journal.parent.mkdir()
    journal.write_bytes(b"this is not a journal" * 100)

    with qtbot.waitSignal(opening.failed):
        opening.begin()

    assert journal.read_bytes() == b"this is not a journal" * 100


def test_a_home_that_is_a_file_is_told_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")

    with pytest.raises(SaysError, match=str(tmp_path / "home")):
        open_home(Home(tmp_path / "home"), shipped("content"), Settings())


def test_closing_before_anything_was_opened_is_fine(opening: Opening) -> None:
    opening.close()


def test_damaged_drafts_are_told_and_keep_nobody_from_studying(qtbot: QtBot, opening: Opening, tmp_path: Path) -> None:
    drafts = tmp_path / "home" / "drafts.sqlite"
    drafts.parent.mkdir()
    drafts.write_bytes(b"these are no drafts" * 100)

    with qtbot.waitSignals([opening.opened, opening.warned]):
        opening.begin()

    assert drafts.read_bytes() == b"these are no drafts" * 100


def test_a_fault_of_ours_is_told_too_and_can_be_tried_again(
    qtbot: QtBot, opening: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_content: Path) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("quizapp.packs.library.read_library", fail)
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(opening.failed) as failed:
        opening.begin()
    monkeypatch.undo()

    with qtbot.waitSignal(opening.opened):
        opening.begin()
    assert ([FAULT], [ZeroDivisionError]) == (failed.args, [kind for kind, _, _ in raised])


def test_the_switch_for_shapes_and_the_setting_are_one(opening: Opening) -> None:
    switch, preferences = opening._live_shapes, opening._preferences
    switch.turn()
    kept = preferences.settings.live_shapes
    preferences.choose_live_shapes(True)

    assert (kept, switch.is_on) == (False, True)
