"""Studying without a display: the program itself, on a terminal of its own."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from quizapp.study.entries import Rated
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import Rating

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")


class Terminal:
    """A program on a terminal: what it prints, and a keyboard."""

    def __init__(self, process: "subprocess.Popen[bytes]", end: int) -> None:
        self.process, self._end = process, end
        self.printed = ""

    def read_until(self, words: str) -> None:
        """Read until the program has printed these words since the last reading."""
        seen = ""
        while words not in seen:
            piece = os.read(self._end, 4096).decode("utf-8", "replace")
            assert piece, f"{words!r} never came: {self.printed}"
            seen += piece
            self.printed += piece

    def type(self, line: str) -> None:
        """Type a line."""
        os.write(self._end, f"{line}\n".encode())

    def read_to_end(self) -> int:
        """Read on until the program ends; return its exit code."""
        with suppress(OSError):  # how Linux tells that nobody has the other end open
            while piece := os.read(self._end, 4096):
                self.printed += piece.decode("utf-8", "replace")
        return self.process.wait(timeout=60)


@contextmanager
def started(home: Path, *arguments: str) -> Iterator[Terminal]:
    """Start quizapp on a terminal, without a display."""
    ours, theirs = pty.openpty()
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    process = subprocess.Popen(
        [sys.executable, "-m", "quizapp", *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=kept | {"QUIZAPP_HOME": str(home), "TERM": "dumb", "COLUMNS": "200", "LC_ALL": "C.UTF-8"},
    )
    os.close(theirs)
    try:
        yield Terminal(process, ours)
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def rated(home: Path) -> int:
    with Journal(home / "journal.sqlite") as journal:
        return sum(isinstance(row.entry, Rated) for row in journal.rows())


def test_a_card_is_studied_and_kept(tmp_path: Path) -> None:
    with started(tmp_path, "learn") as terminal:
        terminal.read_until("Enter shows the answer")
        terminal.type("")
        terminal.read_until("4 Easy")
        terminal.type("3")
        terminal.read_until("2 of ")
        terminal.type("q")

        assert terminal.read_to_end() == 0
    assert rated(tmp_path) == 1


def test_without_a_display_studying_in_the_terminal_is_offered(tmp_path: Path) -> None:
    with started(tmp_path) as terminal:
        terminal.read_until("Study here, in the terminal?")
        terminal.type("")
        terminal.read_until("Enter shows the answer")
        terminal.type("q")

        assert terminal.read_to_end() == 0


def test_the_offer_may_be_declined(tmp_path: Path) -> None:
    with started(tmp_path) as terminal:
        terminal.read_until("Study here, in the terminal?")
        terminal.type("n")

        assert terminal.read_to_end() == 0
    assert "Enter shows the answer" not in terminal.printed


def test_a_schedule_by_other_rules_is_made_anew_with_a_bar(tmp_path: Path) -> None:
    with Journal(tmp_path / "journal.sqlite") as journal:
        Learner(journal, (), new_per_day=0).rate("p/l/a", Rating.GOOD, 5.0)
    with closing(sqlite3.connect(tmp_path / "journal.sqlite")) as connection, connection:
        connection.execute("UPDATE derived SET rules = '0'")

    with started(tmp_path, "learn") as terminal:
        terminal.read_until("Making the schedule anew [##############################] 1/1")
        terminal.read_until("Enter shows the answer")
        terminal.type("q")

        assert terminal.read_to_end() == 0
