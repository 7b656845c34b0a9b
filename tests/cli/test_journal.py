"""`quizapp journal` as it is typed: what it prints, what it changes, its exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.cli import main
from quizapp.home import Home
from quizapp.study.journal import Journal
from tests.study.data.sample import ENTRIES, home_with, ids, mark_as_newer, rated, write


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("QUIZAPP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return home_with(tmp_path / "home", *ENTRIES)


def say(*words: object) -> int:
    return main(["journal", *map(str, words)])


def test_as_a_process_it_backs_up_and_says_where(home: Home) -> None:
    environment = {**os.environ, "QUIZAPP_HOME": str(home.folder)}

    done = subprocess.run(
        [sys.executable, "-m", "quizapp", "journal", "backup"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (0, "") == (done.returncode, done.stderr)
    assert ids(home.journal) == ids(Path(done.stdout.strip()))


def test_it_shows_what_there_is(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    say("backup")
    capsys.readouterr()

    assert 0 == say("show")

    said = capsys.readouterr().out
    assert str(home.journal) in said
    assert "5 entries · 3 items" in said
    assert "  1  20" in said


def test_it_shows_the_same_to_programs(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    say("show", "--json")

    said = json.loads(capsys.readouterr().out)
    assert (5, 3, [], "2026-03-02T12:00:02Z") == (said["entries"], said["items"], said["backups"], said["last_review"])


def test_without_a_journal_it_says_so(tmp_path: Path, home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == main(["--home", str(tmp_path / "empty"), "journal", "show"])
    assert "There is no journal" in capsys.readouterr().err


def test_a_backup_is_put_in_place_after_a_look_and_a_yes(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    say("backup")
    before = ids(home.journal)
    write(home.journal, rated())

    assert 0 == say("restore", 1, "--yes")

    assert before == ids(home.journal)
    said = capsys.readouterr().out
    assert "1 entry of the present journal would be missing" in said
    assert "What was there before is kept in" in said


def test_without_a_yes_nothing_is_changed(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    say("backup")
    write(home.journal, rated())
    before = ids(home.journal)

    assert 1 == say("restore", 1)

    assert before == ids(home.journal)
    assert "Say --yes" in capsys.readouterr().out


def test_while_the_app_is_open_a_restore_waits_for_its_next_start(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    say("backup")
    before = ids(home.journal)
    with Journal(home.journal) as journal:
        journal.append(rated(), journal.entries()[0].at)

        assert 0 == say("restore", 1, "--yes")

        assert before < ids(home.journal)
    assert "when it starts again" in capsys.readouterr().out
    say("sync", home.folder)
    assert before == ids(home.journal)


def test_a_damaged_journal_is_replaced_by_a_backup(home: Home) -> None:
    say("backup")
    before = ids(home.journal)
    home.journal.write_bytes(b"spoilt" * 5000)

    assert 0 == say("restore", 1, "--yes")
    assert before == ids(home.journal)


@pytest.mark.parametrize("words", [("restore", "99", "--yes"), ("merge", "gone.jsonl"), ("export", "out.doc")])
def test_what_can_not_be_done_is_one_sentence_and_a_2(
    home: Home, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == say(*words)

    assert 1 == len(capsys.readouterr().err.splitlines())


def test_a_backup_of_a_newer_version_is_refused(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    say("backup")
    mark_as_newer(Path(capsys.readouterr().out.strip()))

    assert 2 == say("restore", 1, "--yes")
    assert "newer quizapp" in capsys.readouterr().err


def test_the_backups_are_listed(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    say("restore")
    none = capsys.readouterr().out
    say("backup")
    capsys.readouterr()
    say("restore")

    assert "There are no backups yet" in none
    assert capsys.readouterr().out.startswith("  1  20")


def test_what_was_exported_can_be_imported_elsewhere(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.jsonl"

    assert 0 == say("export", out)
    assert 0 == main(["--home", str(tmp_path / "elsewhere"), "journal", "import", str(out)])

    assert ids(home.journal) == ids(tmp_path / "elsewhere" / "journal.sqlite")
    assert "5 new." in capsys.readouterr().out


def test_an_export_replaces_no_file_unless_told_to(home: Home, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("mine")

    assert (2, "mine") == (say("export", out), out.read_text())
    assert 0 == say("export", out, "--replace")
    assert 4 == len(out.read_text("utf-8-sig").splitlines())


def test_a_bad_line_is_told_with_file_and_number(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.jsonl"
    say("export", out)
    out.write_bytes(out.read_bytes() + b'{"id": 7}\n')

    assert 1 == say("import", out)
    assert "out.jsonl, line 7: it is no row of a journal" in capsys.readouterr().err


def test_one_bad_file_keeps_no_other_from_being_merged(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.sqlite"
    write(other, rated(), rated())
    (tmp_path / "photo.jsonl").write_bytes(b"\x89PNG")

    assert 2 == say("merge", tmp_path / "photo.jsonl", other)

    assert ids(other) < ids(home.journal)
    assert "photo.jsonl is no journal of quizapp" in capsys.readouterr().err


def test_two_homes_sync_through_a_folder(home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "shared").mkdir()
    other = home_with(tmp_path / "other", rated())

    for folder in (home.folder, other.folder, home.folder):
        assert 0 == main(["--home", str(folder), "journal", "sync", str(tmp_path / "shared")])

    assert ids(home.journal) == ids(other.journal)
    assert ["No other device", "5 new entries", "1 new entry"] == [
        " ".join(line.split()[:3]) for line in capsys.readouterr().out.splitlines()
    ]


def test_a_foreign_file_in_the_folder_is_told_and_a_1(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "quizapp-x.jsonl").write_text("hello")

    assert 1 == say("sync", tmp_path)
    assert "quizapp-x.jsonl is no journal of quizapp" in capsys.readouterr().err


def test_sync_without_a_folder_says_where_to_choose_one(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == say("sync")
    assert "No shared folder is set" in capsys.readouterr().err
