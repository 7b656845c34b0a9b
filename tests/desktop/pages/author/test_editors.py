from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.desktop.pages.author.editors import Command, editor_for, place

FILE = Path("/pack/views/one.md")


def having(*programs: str) -> Callable[[str], str | None]:
    return lambda name: f"/bin/{name}" if name in programs else None


@pytest.mark.parametrize(
    ("editor", "arguments"),
    [
        ("code", ("--goto", "/pack/views/one.md:7")),
        ("subl", ("/pack/views/one.md:7",)),
        ("gedit", ("+7", "/pack/views/one.md")),
        ("kate", ("--line", "7", "/pack/views/one.md")),
        ("notepad++", ("-n7", "/pack/views/one.md")),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(editor: str, arguments: tuple[str, ...]) -> None:
    found = editor_for(FILE, 7, {"VISUAL": editor}, having(editor), "linux")

    assert found == Command(f"/bin/{editor}", arguments)


def test_what_visual_says_besides_the_program_is_kept() -> None:
    found = editor_for(FILE, 7, {"VISUAL": "code --wait"}, having("code"), "linux")

    assert found == Command("/bin/code", ("--wait", "--goto", "/pack/views/one.md:7"))


def test_without_a_line_the_file_alone_is_opened() -> None:
    assert editor_for(FILE, None, {"VISUAL": "code"}, having("code"), "linux") == Command("/bin/code", (str(FILE),))


@pytest.mark.parametrize("editor", ["vim", "nano", "emacs -nw", "'", ""])
def test_an_editor_that_would_need_a_terminal_is_passed_over(editor: str) -> None:
    assert editor_for(FILE, 7, {"VISUAL": editor, "EDITOR": editor}, having("vim", "nano", "emacs"), "linux") is None


def test_an_editor_that_is_there_is_found_by_itself() -> None:
    found = editor_for(FILE, 7, {}, having("kate"), "linux")

    assert found == Command("/bin/kate", ("--line", "7", str(FILE)))


@pytest.mark.parametrize(("platform", "program"), [("win32", "notepad.exe"), ("darwin", "open")])
def test_a_python_file_is_never_run_where_opening_would_run_it(platform: str, program: str) -> None:
    found = editor_for(Path("solution.py"), 1, {}, having(), platform)

    assert found is not None
    assert found.program == program


def test_a_place_is_file_and_line() -> None:
    assert (place(FILE, 3), place(FILE, None)) == ("/pack/views/one.md:3", "/pack/views/one.md")
