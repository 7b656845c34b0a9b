"""Which program opens a file of a pack at a line: the author's own editor where it can be told. Knows no Qt."""

import shlex
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import Final

Which = Callable[[str], str | None]
"""Returns the path of a program, or None if there is none: `shutil.which`."""

GOTO: Final = ("code", "code-insiders", "codium", "vscodium", "cursor", "windsurf")
"""Editors that take `--goto FILE:LINE`."""

COLON: Final = ("subl", "sublime_text", "zed", "zeditor", "atom", "hx-gui", "lapce")
"""Editors that take `FILE:LINE`."""

PLUS: Final = (
    "gedit",
    "gvim",
    "mvim",
    "emacsclient",
    "emacs",
    "xed",
    "pluma",
    "gnome-text-editor",
    "mousepad",
    "leafpad",
)
"""Editors that take `+LINE FILE`."""

DASHED: Final = ("kate", "kwrite", "pycharm", "charm", "idea", "geany")
"""Editors that take `--line LINE FILE`."""

NOTEPAD_PLUS_PLUS: Final = "notepad++"

SOUGHT: Final = ("code", "codium", "subl", "zed", "kate", "gedit", "gnome-text-editor", "pycharm", "notepad++")
"""Looked for in this order where the environment names none."""

_KNOWN: Final = frozenset((*GOTO, *COLON, *PLUS, *DASHED, NOTEPAD_PLUS_PLUS))


@dataclass(frozen=True)
class Command:
    """A program and what to hand to it."""

    program: str
    arguments: tuple[str, ...]


def editor_for(
    file: Path, line: int | None, environ: Mapping[str, str], which: Which, platform: str = sys.platform
) -> Command | None:
    """Return how to open a file at a line (from 1); None means: as the desktop opens such files.

    Where no editor is known, Windows' Notepad and the Mac's own editor are named all the same: there the desktop would
    run a Python file instead of showing it.
    """
    for name in ("VISUAL", "EDITOR"):
        if (found := _from_words(environ.get(name, ""), which)) is not None:
            program, before = found
            return Command(program, (*before, *_at_line(program, file, line)))
    for name in SOUGHT:
        if (known := which(name)) is not None:
            return Command(known, _at_line(known, file, line))
    if platform == "win32":
        return Command("notepad.exe", (str(file),))
    return Command("open", ("-t", str(file))) if platform == "darwin" else None


def place(file: Path, line: int | None) -> str:
    """Return a file's path and line as editors and terminals understand them."""
    return str(file) if line is None else f"{file}:{line}"


def _from_words(words: str, which: Which) -> tuple[str, tuple[str, ...]] | None:
    """Return the program that a variable names, and its arguments; None for one that would need a terminal."""
    try:
        parts = shlex.split(words, posix=sys.platform != "win32")
    except ValueError:
        return None
    if not parts or _name(parts[0]) not in _KNOWN or {"-nw", "-t", "--tty"} & set(parts[1:]):
        return None
    program = which(parts[0])
    return None if program is None else (program, tuple(parts[1:]))


def _name(program: str) -> str:
    # A path of Windows is understood everywhere: it has names with and without an ending.
    return PureWindowsPath(program).name.lower().removesuffix(".exe").removesuffix(".cmd")


def _at_line(program: str, file: Path, line: int | None) -> tuple[str, ...]:
    name, path = _name(program), str(file)
    if line is None:
        return (path,)
    if name in GOTO:
        return ("--goto", f"{path}:{line}")
    if name in COLON:
        return (f"{path}:{line}",)
    if name in DASHED:
        return ("--line", str(line), path)
    return (f"-n{line}", path) if name == NOTEPAD_PLUS_PLUS else (f"+{line}", path)
