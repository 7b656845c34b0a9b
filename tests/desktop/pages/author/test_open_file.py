import sys
from pathlib import Path

import pytest

from quizapp.desktop.pages.author.open_file import open_file

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems name their editor")


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of programs of a computer without an editor, whose desktop opens text with one program."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("VISUAL", "EDITOR", "XDG_CURRENT_DESKTOP"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "share"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    return programs


def program(path: Path, prints: str = "") -> None:
    path.write_text(f"#!/bin/sh\necho '{prints}'\n")
    path.chmod(0o755)


def entry(desktop: Path, is_for_terminal: bool) -> None:
    folder = desktop.parent / "share" / "applications"
    folder.mkdir(parents=True)
    (folder / "ed.desktop").write_text(f"[Desktop Entry]\nExec=ed\nTerminal={str(is_for_terminal).lower()}\n")
    program(desktop / "xdg-mime", "ed.desktop")
    program(desktop / "xdg-open")


def test_without_anything_that_opens_files_nothing_is_opened(desktop: Path, tmp_path: Path) -> None:
    assert not open_file(tmp_path / "card.md", None)


@pytest.mark.parametrize("is_for_terminal", [True, False])
def test_a_program_for_a_terminal_opens_nothing_that_is_seen(
    desktop: Path, tmp_path: Path, is_for_terminal: bool
) -> None:
    entry(desktop, is_for_terminal)

    assert open_file(tmp_path / "card.md", None) is not is_for_terminal


def test_a_desktop_gives_it_a_terminal(desktop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entry(desktop, is_for_terminal=True)
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "GNOME")

    assert open_file(tmp_path / "card.md", None)
