from datetime import UTC
from pathlib import Path

import pytest

from quizapp.message import message
from quizapp.study.data.backups import Backup, Of
from quizapp.study.data.importing import Looked, Source
from quizapp.study.data.merging import Merged
from quizapp.study.data.reading import Unread
from quizapp.study.data.restoring import Held, Preview
from quizapp.study.data.syncing import Skipped, Synced
from quizapp.wording import Wording
from quizapp.wording.own_data import (
    backup_words,
    looked_words,
    merged_words,
    preview_words,
    size_words,
    synced_words,
    unread_words,
)
from tests.study.sample import NOON

ENGLISH = Wording("en")


def backup(path: Path, *, before_restore: bool = False) -> Backup:
    return Backup(path=path, of=Of.JOURNAL, made=NOON, before_restore=before_restore)


def preview(lost: int | None, back: int) -> Preview:
    held = Held(rows=3, items=2, last_review=NOON)
    return Preview(backup=backup(Path("x")), held=held, lost=lost, back=back, lost_since=NOON if lost else None)


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 B"), (999, "999 B"), (1500, "1.5 kB"), (57_344, "57 kB"), (5 * 10**12, "5000 GB")]
)
def test_sizes_are_said_as_file_windows_do(count: int, words: str) -> None:
    assert words == size_words(count)


def test_a_backup_is_said_with_time_and_size(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"x" * 2000)

    assert "2026-03-02 12:00 · 2.0 kB" == backup_words(backup(tmp_path / "b"), ENGLISH, UTC)
    assert "2026-03-02 12:00 · ? · kept before a restore" == backup_words(
        backup(tmp_path / "gone", before_restore=True), ENGLISH, UTC
    )


def test_a_restore_that_costs_nothing_says_so() -> None:
    assert (
        "It holds 3 entries.",
        "The last review in it was at 2026-03-02 12:00.",
        "Nothing that is in the present journal would be missing.",
        "The present journal is backed up before, so that you can go back.",
    ) == preview_words(preview(0, 0), ENGLISH, UTC)


def test_what_a_restore_costs_and_brings_is_said() -> None:
    said = preview_words(preview(2, 1), ENGLISH, UTC)

    assert "2 entries of the present journal would be missing, the oldest made at 2026-03-02 12:00." in said
    assert "1 entry that is not here now would come back." in said


def test_beside_a_journal_that_can_not_be_read_that_is_said() -> None:
    assert any("can't be read" in line for line in preview_words(preview(None, 3), ENGLISH, UTC))


@pytest.mark.parametrize(
    ("source", "words"), [(Source.JOURNAL, "2 entries"), (Source.REVIEWS, "2 reviews"), (Source.CARDS, "2 cards")]
)
def test_what_a_file_holds_is_called_by_its_name(source: Source, words: str) -> None:
    looked = Looked(path=Path("f"), source=source, rows=2, new=0)

    assert (f"It holds {words}.", "Nothing in it is new here.") == looked_words(looked, ENGLISH)


def test_lines_that_can_not_be_read_are_said_with_file_and_number() -> None:
    told = (Unread(7, message("it is too long")),)

    assert ("f.jsonl, line 7: it is too long.", "2 more lines can't be read.") == unread_words(
        Path("a/f.jsonl"), 3, told, ENGLISH
    )


def test_what_came_of_a_file_is_said() -> None:
    assert [("f: 2 new.",), ("f: nothing new.",)] == [
        merged_words(Merged(rows=2, new=new), Path("f"), ENGLISH) for new in (2, 0)
    ]


def test_what_a_sync_came_to_is_said() -> None:
    skipped = (Skipped("f", message("There is no file {path}.", path="f")),)

    assert [
        ("No other device has written into the folder yet.",),
        ("Everything was here already.", "There is no file f."),
        ("3 new entries came in.",),
    ] == [
        synced_words(synced, ENGLISH) for synced in (Synced(), Synced(files=1, skipped=skipped), Synced(files=1, new=3))
    ]
