"""The folder of the runs: wiped between them, gone after them, also of those who could not tidy up."""

import os
import sys
from pathlib import Path

import pytest

from quizapp.sandbox.scratch import READY_MADE, Scratch


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def make_old(folder: Path) -> None:
    os.utime(folder, (1, 1))


def test_a_slot_holds_the_ready_made_files() -> None:
    scratch = Scratch(2)
    names = sorted(file.name for file in (scratch.folder / "1").iterdir())
    scratch.remove()

    assert names == sorted(READY_MADE)


def test_wiping_empties_files_and_takes_away_what_else_there_is(tmp_path: Path) -> None:
    scratch, outside = Scratch(1), tmp_path / "outside"
    slot = scratch.folder / "0"
    outside.write_text("kept")
    (slot / "out.txt").write_text("old")
    (slot / "model.pt").unlink()
    (slot / "model.pt").symlink_to(outside)
    (slot / "folder").mkdir()
    scratch.wipe(0)
    sizes = {file.name: file.lstat().st_size for file in slot.iterdir()}
    scratch.remove()

    assert sizes == dict.fromkeys(READY_MADE, 0)
    assert outside.read_text() == "kept"


def test_a_slot_is_dropped_whatever_a_run_made_of_it(tmp_path: Path) -> None:
    scratch, outside = Scratch(1), tmp_path / "outside"
    outside.mkdir(mode=0o500)
    slot = scratch.folder / "0"
    (slot / "link").symlink_to(outside)
    (slot / "deep" / "deeper").mkdir(parents=True)
    (slot / "deep" / "file").touch(0o000)
    for folder in (slot / "deep" / "deeper", slot / "deep", slot):
        folder.chmod(0)
    scratch.drop(0)
    remaining = [entry.name for entry in scratch.folder.iterdir() if entry.name != "inductor"]
    scratch.remove()

    assert remaining == []
    assert outside.stat().st_mode & 0o777 == 0o500


def test_without_locks_a_folder_is_held_as_long_as_its_process_lives(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    held, left = Scratch(1), temporary / "quizapp-run-left"
    left.mkdir()
    for folder, owner in ((held.folder, None), (left, f"{os.getpid()} 1.0")):
        if owner is not None:
            (folder / "owner").write_text(owner)
        make_old(folder)
    Scratch(1).remove()
    remaining = {held.folder, left} & set(temporary.iterdir())
    held.remove()

    assert remaining == {held.folder}


def test_a_folder_that_a_killed_host_left_is_swept(temporary: Path) -> None:
    left = temporary / "quizapp-run-left"
    (left / "0").mkdir(parents=True)
    make_old(left)
    Scratch(1).remove()

    assert not left.exists()


def test_a_folder_in_use_and_a_new_one_are_not_swept(temporary: Path) -> None:
    used = Scratch(1)
    make_old(used.folder)
    new = temporary / "quizapp-run-new"
    new.mkdir()
    Scratch(1).remove()
    remaining = {used.folder, new} & set(temporary.iterdir())
    used.remove()

    assert remaining == {used.folder, new}
