from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.home import Home
from quizapp.study.data.backups import Of, back_up
from quizapp.study.data.errors import DataError
from quizapp.study.data.restoring import put_back
from quizapp.study.data.syncing import Synced, file_of, last_sync, share, sync
from quizapp.study.data.taking import taking_in
from quizapp.study.entries import Rated
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import ItemState, Rating
from tests.study.data.sample import ENTRIES, ids, listing, mark_as_newer, rated, write, write_raw
from tests.study.sample import NOON


class Device:
    """A journal that is opened for every sync, as by the command."""

    def __init__(self, folder: Path) -> None:
        self.home = Home(folder)
        with Journal(self.home.journal) as journal:
            self.id = journal.device

    def study(self, *items: str) -> None:
        write(self.home.journal, *(rated(item) for item in items))

    def sync(self, shared: Path) -> Synced:
        with Journal(self.home.journal) as journal:
            learner = Learner(journal, (), new_per_day=0, clock=lambda: NOON)
            with taking_in(learner, self.home.journal) as take:
                return sync(shared, self.home, take, NOON)

    @property
    def ids(self) -> set[str]:
        return ids(self.home.journal)

    def state(self, item: str) -> tuple[ItemState, object]:
        with Journal(self.home.journal) as journal:
            learner = Learner(journal, (), new_per_day=0, clock=lambda: NOON)
            return learner.state(item), learner.due_at(item)


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    folder = tmp_path / "shared"
    folder.mkdir()
    return folder


@pytest.fixture
def laptop(tmp_path: Path) -> Device:
    return Device(tmp_path / "laptop")


@pytest.fixture
def desktop(tmp_path: Path) -> Device:
    return Device(tmp_path / "desktop")


def test_two_devices_have_all_rows_of_both(laptop: Device, desktop: Device, shared: Path) -> None:
    laptop.study("p/l/a", "p/l/b")
    desktop.study("p/l/c")

    for device in (laptop, desktop, laptop):
        device.sync(shared)

    assert 3 == len(laptop.ids)
    assert laptop.ids == desktop.ids
    assert laptop.state("p/l/c") == desktop.state("p/l/c")


def test_every_kind_of_row_arrives_as_it_was(laptop: Device, desktop: Device, shared: Path) -> None:
    write(laptop.home.journal, *ENTRIES)
    write_raw(laptop.home.journal, "f" * 32, '{"kind": "dreamt", "item":"p/l/a","by":"a newer version"}')

    laptop.sync(shared)
    desktop.sync(shared)

    def stored(device: Device) -> list[tuple[object, ...]]:
        with Journal(device.home.journal) as journal:
            return journal.query("SELECT id, device, at, kind, item, CAST(data AS BLOB) FROM rows ORDER BY id")

    assert stored(laptop) == stored(desktop)


def test_each_device_writes_its_own_file_only(laptop: Device, desktop: Device, shared: Path) -> None:
    laptop.study("p/l/a")
    laptop.sync(shared)
    before = listing(shared)

    desktop.study("p/l/b")
    desktop.sync(shared)

    assert {file_of(shared, laptop.id).name, file_of(shared, desktop.id).name} == set(listing(shared))
    assert before == {name: content for name, content in listing(shared).items() if name in before}


def test_what_stands_in_another_s_file_is_not_written_again(laptop: Device, desktop: Device, shared: Path) -> None:
    laptop.study("p/l/a")
    laptop.sync(shared)

    desktop.sync(shared)

    assert b"p/l/a" not in file_of(shared, desktop.id).read_bytes()


def test_rows_of_a_device_that_does_not_sync_are_passed_on(laptop: Device, desktop: Device, shared: Path) -> None:
    write_raw(laptop.home.journal, "e" * 32, '{"kind":"rated","item":"p/l/z","rating":3,"seconds":1.0}', kind="rated")

    laptop.sync(shared)
    desktop.sync(shared)

    assert "e" * 32 in desktop.ids


def test_rows_that_another_s_file_has_lost_are_passed_on(
    laptop: Device, desktop: Device, shared: Path, tmp_path: Path
) -> None:
    laptop.study("p/l/a", "p/l/b")
    laptop.sync(shared)
    desktop.sync(shared)
    path = file_of(shared, laptop.id)
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))

    desktop.sync(shared)
    third = Device(tmp_path / "third")
    third.sync(shared)

    assert laptop.ids == third.ids


def test_syncing_again_changes_nothing(laptop: Device, desktop: Device, shared: Path) -> None:
    laptop.study("p/l/a")
    desktop.study("p/l/b")
    for device in (laptop, desktop, laptop, desktop):
        device.sync(shared)
    before = listing(shared)

    assert [Synced(files=1, new=0, wrote=False)] * 2 == [laptop.sync(shared), desktop.sync(shared)]
    assert before == listing(shared)


def test_a_forgotten_state_costs_time_only(laptop: Device, desktop: Device, shared: Path) -> None:
    laptop.study("p/l/a")
    for device in (laptop, desktop, laptop):
        device.sync(shared)
    laptop.home.sync.write_text("{ this is not JSON")

    assert 0 == laptop.sync(shared).new
    assert NOON == last_sync(laptop.home, str(shared))


def test_a_half_written_file_gives_its_whole_lines_and_is_told(laptop: Device, desktop: Device, shared: Path) -> None:
    laptop.study("p/l/a", "p/l/b")
    laptop.sync(shared)
    path = file_of(shared, laptop.id)
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])

    half = desktop.sync(shared)
    path.write_bytes(whole)
    later = desktop.sync(shared)

    assert (1, [path.name]) == (half.new, [skipped.name for skipped in half.skipped])
    assert "1 of 2 lines can't be read, the first is line 3" in str(half.skipped[0].why)
    assert (1, ()) == (later.new, later.skipped)


def test_a_line_that_was_changed_is_told(laptop: Device, desktop: Device, shared: Path) -> None:
    laptop.study("p/l/a")
    laptop.sync(shared)
    path = file_of(shared, laptop.id)
    path.write_bytes(path.read_bytes().replace(b"p/l/a", b"p/l/x"))

    synced = desktop.sync(shared)

    assert (0, 1) == (synced.new, len(synced.skipped))


@pytest.mark.parametrize("content", [b"", b"\x00" * 4096, b"<html>", b"SQLite format 3\x00" + b"\x00" * 100])
def test_a_foreign_file_is_told_and_left_alone(content: bytes, laptop: Device, shared: Path) -> None:
    foreign = shared / "quizapp-of somebody (conflict).jsonl"
    foreign.write_bytes(content)

    synced = laptop.sync(shared)

    assert [foreign.name] == [skipped.name for skipped in synced.skipped]
    assert content == foreign.read_bytes()


def test_a_file_of_a_newer_version_is_told_and_left_to_it(laptop: Device, shared: Path) -> None:
    (shared / "quizapp-new.jsonl").write_text(
        '{"quizapp":"journal","format":9,"device":"d","made":"2026-03-02T12:00:00Z"}\n'
    )

    assert "newer quizapp" in str(laptop.sync(shared).skipped[0].why)


def test_a_journal_file_of_a_newer_version_is_told(laptop: Device, desktop: Device, shared: Path) -> None:
    mark_as_newer(desktop.home.journal)
    desktop.home.journal.rename(shared / "quizapp-new.jsonl")

    assert "newer quizapp" in str(laptop.sync(shared).skipped[0].why)


def test_other_files_of_the_folder_are_none_of_ours(laptop: Device, shared: Path) -> None:
    (shared / "holiday.jsonl").write_text("{}")
    (shared / "quizapp-x.jsonl.part").write_text("half")

    assert Synced(files=0, wrote=True) == laptop.sync(shared)


def test_two_devices_that_share_an_id_lose_nothing(laptop: Device, shared: Path, tmp_path: Path) -> None:
    laptop.study("p/l/a")
    copied = tmp_path / "copied"
    copied.mkdir()
    (copied / "journal.sqlite").write_bytes(laptop.home.journal.read_bytes())
    copy = Device(copied)
    laptop.study("p/l/b")
    copy.study("p/l/c")

    for device in (laptop, copy, laptop, copy):
        device.sync(shared)

    assert laptop.id == copy.id
    assert 3 == len(laptop.ids)
    assert laptop.ids == copy.ids


def test_after_a_restore_everything_that_was_shared_comes_back(laptop: Device, desktop: Device, shared: Path) -> None:
    laptop.study("p/l/a")
    backup = back_up(laptop.home, Of.JOURNAL, NOON)
    laptop.study("p/l/b")
    desktop.study("p/l/c")
    for device in (laptop, desktop, laptop):
        device.sync(shared)
    before = laptop.ids
    put_back(backup, laptop.home, NOON)
    laptop.study("p/l/d", "p/l/e")

    laptop.sync(shared)
    desktop.sync(shared)

    assert before < laptop.ids
    assert laptop.ids == desktop.ids


def test_a_folder_that_is_gone_is_told(laptop: Device, shared: Path) -> None:
    with pytest.raises(DataError, match="There is no folder"):
        laptop.sync(shared / "gone")


def test_an_own_file_that_can_not_be_written_is_told_and_what_came_in_stays(
    laptop: Device, desktop: Device, shared: Path
) -> None:
    laptop.study("p/l/a")
    laptop.sync(shared)
    file_of(shared, desktop.id).mkdir()

    with pytest.raises(DataError, match="can't be written"):
        desktop.sync(shared)

    assert laptop.ids == desktop.ids
    assert [] == [path.name for path in shared.iterdir() if path.suffix == ".part"]


def test_sharing_writes_only_what_is_new(laptop: Device, desktop: Device, shared: Path) -> None:
    laptop.sync(shared)
    desktop.sync(shared)
    laptop.study("p/l/a")

    assert [True, False] == [share(shared, laptop.home, NOON) for _ in range(2)]
    assert 1 == desktop.sync(shared).new


def test_the_last_sync_is_of_its_folder(laptop: Device, shared: Path) -> None:
    laptop.sync(shared)

    assert (NOON, None, None) == (
        last_sync(laptop.home, str(shared)),
        last_sync(laptop.home, str(shared.parent)),
        last_sync(laptop.home, ""),
    )


DEVICES = ("a", "b", "c")
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("sync"), st.sampled_from(DEVICES), st.just(0)),
        st.tuples(st.just("study"), st.sampled_from(DEVICES), st.integers(1, 4)),
        st.tuples(st.just("forget"), st.sampled_from(DEVICES), st.just(0)),
        st.tuples(st.just("lose"), st.sampled_from(DEVICES), st.just(0)),
    ),
    max_size=9,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, last=st.permutations(DEVICES))
def test_three_devices_in_any_order_come_to_one_journal_and_one_schedule(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, int]], last: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("three")
    shared = folder / "shared"
    shared.mkdir()
    devices = {name: Device(folder / name) for name in DEVICES}
    for number, (step, name, rating) in enumerate(steps):
        device = devices[name]
        if step == "sync":
            device.sync(shared)
        elif step == "study":
            entry = Rated(item="p/l/a", rating=Rating(rating), seconds=1.0)
            write(device.home.journal, entry, at=NOON + timedelta(hours=number))
        elif step == "forget":
            device.home.sync.unlink(missing_ok=True)
        else:
            file_of(shared, device.id).unlink(missing_ok=True)
    made = set().union(*(device.ids for device in devices.values()))

    for name in [*last, *last]:
        devices[name].sync(shared)

    assert [made] * 3 == [device.ids for device in devices.values()]
    assert 1 == len({device.state("p/l/a") for device in devices.values()})
    assert [0, 0, 0] == [devices[name].sync(shared).new for name in last]


def test_a_folder_that_can_have_no_name_is_told(laptop: Device) -> None:
    with pytest.raises(DataError, match="There is no folder"):
        laptop.sync(Path("a\0b"))
