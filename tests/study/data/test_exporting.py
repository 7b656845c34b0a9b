import csv
import errno
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta, timezone
from pathlib import Path

import pytest

from quizapp.study.data.errors import DataError
from quizapp.study.data.exporting import COLUMNS, Exported, export_lines, export_reviews
from quizapp.study.entries import Rated, Rerated, Row
from quizapp.study.journal import Journal
from quizapp.study.model import Rating
from tests.study.data.sample import ENTRIES, rated, write, write_raw
from tests.study.sample import NOON

TOKYO = timezone(timedelta(hours=9))


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    write(tmp_path / "journal.sqlite", *ENTRIES)
    return tmp_path / "journal.sqlite"


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_row_is_a_line_below_the_head(journal: Path, tmp_path: Path) -> None:
    exported = export_lines(journal, tmp_path / "out.jsonl", NOON)

    assert Exported(len(ENTRIES)) == exported
    assert 1 + len(ENTRIES) == len((tmp_path / "out.jsonl").read_bytes().splitlines())


def test_a_row_that_no_version_can_read_is_counted(journal: Path, tmp_path: Path) -> None:
    write_raw(journal, "f" * 32, "spoilt")

    assert Exported(len(ENTRIES), 1) == export_lines(journal, tmp_path / "out.jsonl", NOON)


def test_a_table_has_the_reviews_with_times_of_both_kinds(journal: Path, tmp_path: Path) -> None:
    with Journal(journal) as opened:
        export_reviews(opened.rows(), tmp_path / "out.csv", TOKYO)

    first, *others = table(tmp_path / "out.csv")
    assert list(COLUMNS) == list(first)
    assert ("2026-03-02 21:00:00", "2026-03-02T12:00:00Z", "p/l/a", "card", "good", "3.500", "yes") == tuple(
        first[name] for name in ("date", "utc", "item", "kind", "rating", "seconds", "passed")
    )
    assert ["question", "exercise"] == [record["kind"] for record in others]


def test_a_rating_that_was_changed_is_the_one_in_the_table(tmp_path: Path) -> None:
    row = Row(id="a", device="d", at=NOON, entry=rated())
    again = Row(id="b", device="d", at=NOON, entry=Rerated(item="p/l/a", row="a", rating=Rating.AGAIN))

    export_reviews([row, again], tmp_path / "out.csv")

    assert ["again"] == [record["rating"] for record in table(tmp_path / "out.csv")]


def test_no_text_is_a_formula(tmp_path: Path) -> None:
    entry = Rated(item="=cmd|' /C calc'!A0", rating=Rating.GOOD, seconds=1)

    export_reviews([Row(id="a", device="d", at=NOON, entry=entry)], tmp_path / "out.csv")

    assert ["'=cmd|' /C calc'!A0"] == [record["item"] for record in table(tmp_path / "out.csv")]


def test_a_folder_that_is_not_there_is_told(journal: Path, tmp_path: Path) -> None:
    with pytest.raises(DataError, match="can't be written"):
        export_lines(journal, tmp_path / "gone" / "out.jsonl", NOON)


def test_a_full_disk_leaves_what_was_there(journal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("before")

    @contextmanager
    def no_room(_path: Path) -> Iterator[None]:
        raise OSError(errno.ENOSPC, "No space left on device")
        yield

    monkeypatch.setattr("quizapp.study.data.exporting.writing", no_room)
    with pytest.raises(DataError, match=r"the disk is full\. Free some space"):
        export_lines(journal, out, NOON)

    assert "before" == out.read_text()
