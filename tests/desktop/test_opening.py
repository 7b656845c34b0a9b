import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.opening import FAULT, Opening
from quizapp.desktop.preferences import Preferences
from quizapp.home import Home
from quizapp.settings import LookChoice, Settings
from quizapp.study.data.backups import Of, back_up, list_backups
from quizapp.study.data.pending import ask_to_restore
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.wording import Wording
from tests.study.data.sample import home_with, ids, rated
from tests.study.sample import NOON


@pytest.fixture
def opening(qapp: QApplication, tmp_path: Path) -> Iterator[Opening]:
    appearance = Appearance(Wording("en"), LookChoice.SYSTEM, qapp)
    home = Home(tmp_path / "home")
    made = Opening(home, Preferences(home, Settings(), appearance), appearance)
    yield made
    made.close()


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


def test_with_a_damaged_journal_the_last_backup_is_offered(qtbot: QtBot, opening: Opening, tmp_path: Path) -> None:
    home = home_with(tmp_path / "home", rated())
    back_up(home, Of.JOURNAL, NOON)
    last = back_up(home, Of.JOURNAL, NOON)
    home.journal.write_bytes(b"this is not a journal" * 100)

    with qtbot.waitSignal(opening.restorable) as offered:
        opening.begin()

    assert [last] == offered.args


def test_a_backup_that_was_asked_for_is_in_place_when_the_journal_opens(
    qtbot: QtBot, opening: Opening, tmp_path: Path
) -> None:
    home = home_with(tmp_path / "home", rated())
    backup = back_up(home, Of.JOURNAL, NOON)
    home.journal.write_bytes(b"this is not a journal" * 100)
    ask_to_restore(backup, home)

    with qtbot.waitSignals([opening.opened, opening.warned]):
        opening.begin()

    assert ids(backup.path) == ids(home.journal)


def test_at_the_start_the_journal_is_backed_up_and_at_the_end_it_is_shared(
    qtbot: QtBot, opening: Opening, tmp_path: Path
) -> None:
    home = home_with(tmp_path / "home", rated())
    (tmp_path / "is_shared").mkdir()
    opening._preferences.choose_sync_folder(str(tmp_path / "is_shared"))
    with qtbot.waitSignal(opening.opened) as opened:
        opening.begin()
    qtbot.waitUntil(lambda: len(list((tmp_path / "is_shared").iterdir())) == 1)
    row = opened.args[0].learner.append((rated("p/l/b"),))[0]

    opening.close()

    (shared,) = (tmp_path / "is_shared").iterdir()
    assert row.id in shared.read_text("utf-8")
    assert 1 == len(list_backups(home.backups, Of.JOURNAL))


@pytest.fixture
def by_other_rules(tmp_path: Path) -> Path:
    """A journal of sixty items whose schedule another version of quizapp has made."""
    home = home_with(tmp_path / "home", *(rated(f"p/l/{number}") for number in range(60)))
    with Journal(home.journal) as journal:
        Learner(journal, (), new_per_day=0)
    with closing(sqlite3.connect(home.journal)) as connection, connection:
        connection.execute("UPDATE derived SET rules = '0'")
    return home.journal


def test_a_schedule_that_is_made_anew_tells_how_far_it_is(
    qtbot: QtBot, opening: Opening, by_other_rules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizapp.desktop.telling.PAUSE_SECONDS", 0)
    told: list[float] = []
    opening.rebuilt.connect(told.append)

    with qtbot.waitSignal(opening.opened):
        opening.begin()

    assert [50 / 60, 1.0] == told


def close_in_the_midst(opening: Opening, progress: SignalInstance) -> None:
    """Begin, and close while whoever tells this progress is held up by it."""
    is_at_it = Event()

    def hold_up(_share: float) -> None:
        is_at_it.set()
        opening._closing.wait()

    progress.connect(hold_up, Qt.ConnectionType.DirectConnection)
    opening.begin()
    is_at_it.wait()

    opening.close()


def test_closing_while_the_schedule_is_made_anew_leaves_it_to_the_next_start(
    qtbot: QtBot, opening: Opening, by_other_rules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizapp.desktop.telling.PAUSE_SECONDS", 0)

    close_in_the_midst(opening, opening.rebuilt)

    with Journal(by_other_rules) as journal:
        assert [("0",)] == journal.query("SELECT rules FROM derived")
        assert 60 == len(Learner(journal, (), new_per_day=0).standings())


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
    def fail(*_arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("quizapp.opening.packs_at_hand", fail)
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


def test_the_lessons_are_told_before_the_home_is_open(qtbot: QtBot, opening: Opening) -> None:
    told: list[str] = []
    opening.outlined.connect(lambda catalogue: told.append(catalogue.outlines[0].id))
    opening.opened.connect(lambda _services: told.append("opened"))

    with qtbot.waitSignal(opening.opened):
        opening.begin()

    assert ["pytorch-essentials", "opened"] == told


def test_it_is_told_how_far_the_packs_are_read(qtbot: QtBot, opening: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.desktop.telling.PAUSE_SECONDS", 0)
    told: list[float] = []
    opening.read.connect(told.append)

    with qtbot.waitSignal(opening.opened):
        opening.begin()

    assert (sorted(told), 1.0) == (told, told[-1])


def test_closing_while_packs_are_read_reads_no_further(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizapp.desktop.telling.PAUSE_SECONDS", 0)

    close_in_the_midst(opening, opening.read)

    assert not (tmp_path / "home" / "journal.sqlite").exists()
