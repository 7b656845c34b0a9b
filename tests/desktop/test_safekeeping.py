from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from quizapp.desktop.safekeeping import Safekeeping
from quizapp.message import Message
from quizapp.study.data.backups import Of, list_backups
from quizapp.study.data.syncing import file_of
from quizapp.study.entries import CardWritten
from tests.desktop.desk import Desk
from tests.study.data.sample import home_with, rated
from tests.study.sample import NOON, Clock


def test_at_the_start_the_journal_is_backed_up_and_nothing_is_told(desk: Desk, qtbot: QtBot) -> None:
    told: list[Message] = []
    desk.journal.append(rated("basics/views/one"), NOON)

    Safekeeping(desk.services, desk.preferences, told.append).begin()

    qtbot.waitUntil(lambda: bool(list_backups(desk.home.backups, Of.JOURNAL)))
    assert [] == told


def test_own_cards_of_another_device_are_there_after_the_start(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    from quizapp.study.data.safekeeping import leave

    (tmp_path / "shared").mkdir()
    card = CardWritten(item="own/words/0123456789ab", deck="words", front="a", back="b")
    leave(home_with(tmp_path / "other", card), str(tmp_path / "shared"), NOON)
    desk.preferences.choose_sync_folder(str(tmp_path / "shared"))

    Safekeeping(desk.services, desk.preferences, print).begin()

    qtbot.waitUntil(lambda: ["basics", "own"] == [pack.id for pack in desk.services.packs])


def test_what_is_in_the_way_is_told(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    told: list[Message] = []
    desk.preferences.choose_sync_folder(str(tmp_path / "gone"))

    Safekeeping(desk.services, desk.preferences, told.append).begin()

    qtbot.waitUntil(lambda: bool(told))
    assert str(told[0]).startswith("There is no folder")


def test_at_the_end_what_is_new_is_shared_unless_that_is_turned_off(desk: Desk, tmp_path: Path) -> None:
    desk.preferences.choose_sync_folder(str(tmp_path))
    keeping = Safekeeping(desk.services, desk.preferences, print)
    desk.preferences.choose_sync_by_itself(by_itself=False)
    keeping.end()
    before = file_of(tmp_path, desk.journal.device).exists()
    desk.preferences.choose_sync_by_itself(by_itself=True)
    keeping.end()

    assert (False, True) == (before, file_of(tmp_path, desk.journal.device).exists())


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def keeping(desk: Desk, qtbot: QtBot, clock: Clock) -> Safekeeping:
    """One that has made a backup at the start; something was done since."""
    made = Safekeeping(desk.services, desk.preferences, print, clock)
    desk.journal.append(rated("basics/views/one"), NOON)
    made.begin()
    qtbot.waitUntil(lambda: backups(desk) == 1)
    desk.journal.append(rated("basics/views/two"), NOON)
    return made


def backups(desk: Desk) -> int:
    return len(list_backups(desk.home.backups, Of.JOURNAL))


def test_an_app_that_stays_open_backs_up_again_after_a_day(
    desk: Desk, qtbot: QtBot, keeping: Safekeeping, clock: Clock
) -> None:
    clock.forward(days=1)

    keeping.look_again()

    qtbot.waitUntil(lambda: backups(desk) == 2)


def test_before_a_day_is_over_nothing_is_looked_after(desk: Desk, keeping: Safekeeping, clock: Clock) -> None:
    desk.services.runs.finish()
    clock.forward(hours=23)

    keeping.look_again()

    assert 1 == backups(desk)
