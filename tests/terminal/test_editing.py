"""Files are edited in the learner's own editor, and every save is noticed."""

import sys
from pathlib import Path

import pytest

from quizapp.terminal.editing import NoEditor, Watched, edit, find_editor, leaves_the_terminal

SAVES_TWICE = """
import pathlib, sys, time
path = pathlib.Path(sys.argv[1])
path.write_text("one")
while not path.with_suffix(".seen").exists():
    time.sleep(0.01)
path.write_text("second")
"""


def test_the_editor_is_the_one_that_is_set() -> None:
    assert find_editor({"EDITOR": "vim"}) == ("vim",)
    assert find_editor({"EDITOR": "vim", "VISUAL": "code --wait"}) == ("code", "--wait")


def test_without_any_editor_it_says_how_to_go_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(NoEditor, match="There is no editor: set EDITOR"):
        find_editor({})


def test_an_editor_with_windows_leaves_the_terminal_to_us() -> None:
    assert leaves_the_terminal(("/usr/bin/code", "--wait"))
    assert not leaves_the_terminal(("vim",))


def test_every_save_is_told_while_the_editor_is_open(tmp_path: Path) -> None:
    path, seen = tmp_path / "code.py", []
    path.write_text("")

    def on_save() -> None:
        seen.append(path.read_text())
        path.with_suffix(".seen").touch()

    edit(path, (sys.executable, "-c", SAVES_TWICE), on_save)

    assert seen == ["one", "second"]


def test_closing_without_saving_tells_nothing(tmp_path: Path) -> None:
    path, saves = tmp_path / "code.py", []
    path.write_text("as it was")

    edit(path, (sys.executable, "-c", "pass"), lambda: saves.append(1))

    assert saves == []


def test_an_editor_that_does_not_start_is_told(tmp_path: Path) -> None:
    path = tmp_path / "code.py"
    path.write_text("")

    with pytest.raises(NoEditor, match="no-such-editor does not start"):
        edit(path, ("no-such-editor",), lambda: None)


def test_a_file_that_is_renamed_over_counts_as_saved(tmp_path: Path) -> None:
    path = tmp_path / "code.py"
    path.write_text("same size")
    watched = Watched(path)

    path.unlink()
    assert not watched.was_saved()
    path.write_text("same size")

    assert watched.was_saved()
    assert not watched.was_saved()
