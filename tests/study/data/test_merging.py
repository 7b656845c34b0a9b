from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.home import Home
from quizapp.study.data.errors import DataError, NotWhole, TooNew
from quizapp.study.data.exporting import export_lines
from quizapp.study.data.lines import head_line
from quizapp.study.data.merging import MOST_TOLD, Merged, merge
from quizapp.study.data.taking import taking_in
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import ItemState, Rating
from tests.study.data.sample import ENTRIES, home_with, ids, mark_as_newer, rated, write, write_raw
from tests.study.sample import NOON


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return home_with(tmp_path / "home", rated("p/l/a"))


@pytest.fixture
def other(tmp_path: Path) -> Path:
    write(tmp_path / "other.sqlite", *ENTRIES)
    return tmp_path / "other.sqlite"


@pytest.fixture
def lines(other: Path, tmp_path: Path) -> Path:
    export_lines(other, tmp_path / "other.jsonl", NOON)
    return tmp_path / "other.jsonl"


@pytest.fixture
def learner(home: Home) -> Iterator[Learner]:
    with Journal(home.journal) as journal:
        yield Learner(journal, (), new_per_day=0, clock=lambda: NOON)


def take_in(path: Path, home: Home, learner: Learner) -> Merged:
    with taking_in(learner, home.journal) as take:
        return merge(path, take)


@pytest.mark.parametrize("name", ["other.sqlite", "other.jsonl"])
def test_another_journal_s_rows_come_in(name: str, lines: Path, home: Home, learner: Learner) -> None:
    merged = take_in(lines.with_name(name), home, learner)

    assert Merged(rows=len(ENTRIES), new=len(ENTRIES)) == merged
    assert ids(lines.with_name("other.sqlite")) < ids(home.journal)


def test_merging_again_changes_nothing(other: Path, lines: Path, home: Home, learner: Learner) -> None:
    take_in(other, home, learner)
    before = ids(home.journal)

    assert [0, 0] == [take_in(path, home, learner).new for path in (other, lines)]
    assert before == ids(home.journal)


def test_the_schedule_follows(other: Path, home: Home, learner: Learner) -> None:
    take_in(other, home, learner)

    assert ItemState.NEW is not learner.state("p/l/q")


def test_rows_of_a_newer_version_come_in_byte_for_byte(other: Path, home: Home, learner: Learner) -> None:
    data = '{"kind":"rated", "item":"p/l/n","rating":3,"seconds":1.0,"mood":"\u597d"}'
    write_raw(other, "f" * 32, data, kind="rated")

    take_in(other, home, learner)

    stored = learner.query("SELECT CAST(data AS BLOB), kind, item FROM rows WHERE id = ?", ("f" * 32,))
    assert [(data.encode(), "rated", "p/l/n")] == stored
    assert ItemState.NEW is not learner.state("p/l/n")


def test_a_bad_line_is_told_with_its_number_and_the_others_come_in(lines: Path, home: Home, learner: Learner) -> None:
    written = lines.read_bytes().splitlines(keepends=True)
    lines.write_bytes(b"".join([*written[:2], b"{ this is no row\n", *written[2:]]))

    merged = take_in(lines, home, learner)

    assert (len(ENTRIES), 1, 3) == (merged.new, merged.unread, merged.told[0].number)


def test_of_many_bad_lines_the_first_are_told(lines: Path, home: Home, learner: Learner) -> None:
    lines.write_bytes(lines.read_bytes() + b"x\n" * 100)

    merged = take_in(lines, home, learner)

    assert (100, MOST_TOLD) == (merged.unread, len(merged.told))


def test_a_journal_in_use_is_read_with_its_log_and_left_alone(other: Path, home: Home, learner: Learner) -> None:
    with Journal(other) as journal:
        row = journal.append(rated("p/l/w"), NOON)
        before = {path.name: path.read_bytes() for path in other.parent.glob("other.sqlite*")}

        take_in(other, home, learner)

        assert row.id in ids(home.journal)
        assert before == {path.name: path.read_bytes() for path in other.parent.glob("other.sqlite*")}


@pytest.mark.parametrize("content", [b"", b"hello\n", b"\x00" * 999, b"SQLite format 3\x00" + b"\x00" * 999, b"{}\n"])
def test_what_is_no_journal_is_told(content: bytes, tmp_path: Path, home: Home, learner: Learner) -> None:
    path = tmp_path / "foreign"
    path.write_bytes(content)

    with pytest.raises(NotWhole):
        take_in(path, home, learner)


def test_a_foreign_database_is_told(tmp_path: Path, home: Home, learner: Learner) -> None:
    from sqlite3 import connect

    connection = connect(tmp_path / "foreign.sqlite")
    connection.execute("CREATE TABLE rows (id)")
    connection.close()

    with pytest.raises(NotWhole, match=r"foreign\.sqlite is no journal of quizapp"):
        take_in(tmp_path / "foreign.sqlite", home, learner)


def test_a_journal_of_a_newer_version_is_told(other: Path, home: Home, learner: Learner) -> None:
    mark_as_newer(other)

    with pytest.raises(TooNew):
        take_in(other, home, learner)


def test_lines_of_a_newer_version_are_told(tmp_path: Path, home: Home, learner: Learner) -> None:
    path = tmp_path / "new.jsonl"
    path.write_bytes(head_line("d", NOON).replace(b'"format":1', b'"format":2'))

    with pytest.raises(TooNew):
        take_in(path, home, learner)


def test_a_file_that_is_not_there_is_told(tmp_path: Path, home: Home, learner: Learner) -> None:
    with pytest.raises(DataError, match="There is no file"):
        take_in(tmp_path / "gone.jsonl", home, learner)


def test_a_line_without_an_end_is_passed_over_in_pieces(lines: Path, home: Home, learner: Learner) -> None:
    with lines.open("ab") as file:
        file.write(b"[" * (1 << 24) + b"[" * 100 + b"\n")

    assert (len(ENTRIES), 1) == ((merged := take_in(lines, home, learner)).new, merged.unread)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """Three devices' journals about the same items, each in both forms; the second holds the first's rows too."""
    folder = tmp_path_factory.mktemp("exported")
    paths: list[Path] = []
    for number in range(3):
        path = folder / f"{number}.sqlite"
        entries = [rated(item, Rating(1 + (number + place) % 4)) for place, item in enumerate(("p/l/a", "p/l/b") * 2)]
        write(path, *entries, at=NOON + timedelta(minutes=number))
        if number == 1:
            with Journal(folder / "0.sqlite") as first, Journal(path) as second:
                second.add(first.rows())
        export_lines(path, path.with_suffix(".jsonl"), NOON)
        paths += [path, path.with_suffix(".jsonl")]
    return tuple(paths)


@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_files_in_any_order_and_however_often_give_one_journal_and_one_schedule(
    exported: tuple[Path, ...], tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    forms = [data.draw(st.sampled_from(exported[place : place + 2])) for place in (0, 2, 4)]
    order = data.draw(st.permutations([*forms, *data.draw(st.lists(st.sampled_from(exported), max_size=3))]))
    home = Home(tmp_path_factory.mktemp("merged"))

    with Journal(home.journal) as journal:
        learner = Learner(journal, (), new_per_day=0, clock=lambda: NOON)
        for path in order:
            take_in(path, home, learner)
        standings = [learner.standing(item) for item in ("p/l/a", "p/l/b")]

    assert set().union(*(ids(path) for path in exported if path.suffix == ".sqlite")) == ids(home.journal)
    assert known(exported) == standings


def known(exported: tuple[Path, ...]) -> list[object]:
    """Return what follows from all rows at once, as the learner would have it who never merged."""
    with Journal(exported[0].with_name("all.sqlite")) as journal:
        for path in exported:
            if path.suffix == ".sqlite":
                with Journal(path) as other:
                    journal.add(other.rows())
        learner = Learner(journal, (), new_per_day=0, clock=lambda: NOON)
        return [learner.standing(item) for item in ("p/l/a", "p/l/b")]
