"""A study session that is killed at moments of chance: what was acknowledged is there, and the schedule agrees."""

import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Timer

import pytest

from quizapp.home import Home
from quizapp.study.drafts import Drafts
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from tests.study.studying_child import PACK, draft_text

ROOT = Path(__file__).parents[2]
KILLS = 200
KILLS_OF_A_HOME = 20
LONGEST_SECONDS = 0.5
"""From the beginning of a session to its end; a quarter of them ends while the home is still being opened."""

TABLES = {
    "items": "SELECT * FROM items ORDER BY id",
    "steps": "SELECT id, steps.* FROM steps JOIN items ON items.no = steps.item ORDER BY id, steps.at, steps.row",
    "slips": "SELECT id, slips.* FROM slips JOIN items ON items.no = slips.item ORDER BY id, slips.at, slips.row",
    "derived": "SELECT rules, seq FROM derived",
}
OWN_NUMBERS = {"no", "item"}
"""Columns that number items, as they happened to come."""


@dataclass
class Told:
    """What a child said that it has done."""

    rows: set[str] = field(default_factory=set)
    saved: dict[str, int] = field(default_factory=dict)
    saving: dict[str, int] = field(default_factory=dict)

    def hear(self, line: str) -> None:
        match line.split():
            case ["row", row]:
                self.rows.add(row)
            case ["saving", item, number]:
                self.saving[item] = int(number)
            case ["saved", item, number]:
                self.saved[item] = int(number)


def study_until_killed(home: Home, seed: int, told: Told) -> None:
    """Let a child study, and kill it after a while of chance, counted from its start or from its first word."""
    rng = Random(seed)
    command = [sys.executable, "-m", "tests.study.studying_child", str(home.folder), str(seed)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        if rng.random() < 0.75:
            assert "begun\n" == child.stdout.readline()
        timer = Timer(rng.uniform(0, LONGEST_SECONDS), child.kill)
        timer.start()
        for line in child.stdout:
            # What the kill has cut short was no acknowledgement.
            if line.endswith("\n"):
                told.hear(line)
        timer.join()
    assert -signal.SIGKILL == child.returncode


def stored(path: Path) -> dict[str, list[dict[str, object]]]:
    """Return what the tables of the schedule hold."""
    with closing(sqlite3.connect(path)) as connection:
        return {name: list(rows_of(connection, query)) for name, query in TABLES.items()}


def rows_of(connection: sqlite3.Connection, query: str) -> Iterator[dict[str, object]]:
    cursor = connection.execute(query)
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield {name: value for name, value in zip(names, row, strict=True) if name not in OWN_NUMBERS}


def rebuilt(home: Home, copies: Path) -> tuple[dict[str, list[dict[str, object]]], dict[str, list[dict[str, object]]]]:
    """Return what a copy holds before anything of ours has opened it, and after its schedule is made anew."""
    shutil.rmtree(copies, ignore_errors=True)
    shutil.copytree(home.folder, copies)
    copy = Home(copies)
    before = stored(copy.journal)
    with Journal(copy.journal) as journal:
        Learner(journal, (PACK,), new_per_day=10).rebuild()
    return before, stored(copy.journal)


def assert_nothing_is_lost(home: Home, told: Told, copies: Path) -> None:
    if not home.journal.exists():
        assert not told.rows
        return
    if told.rows:
        before, after = rebuilt(home, copies)
        assert after == before
    with Journal(home.journal) as journal:
        assert told.rows <= {row.id for row in journal.entries()}
        assert 0 == journal.unread
    with Drafts(home.drafts) as drafts:
        for item, number in told.saved.items():
            assert drafts.load(item) in {draft_text(item, number), draft_text(item, told.saving[item])}


def kill_often(folder: Path, kills: range) -> int:
    """Kill so many sessions, look after each, and return how many rows were acknowledged."""
    told = Told()
    for kill in kills:
        study_until_killed(Home(folder / "home"), kill, told)
        assert_nothing_is_lost(Home(folder / "home"), told, folder / "copy")
    return len(told.rows)


def test_a_kill_costs_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    kill_often(tmp_path, range(1, 4))


@pytest.mark.slow
def test_many_kills_cost_nothing_that_was_acknowledged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begins = range(0, KILLS, KILLS_OF_A_HOME)
    rows = sum(kill_often(tmp_path / str(begin), range(begin, begin + KILLS_OF_A_HOME)) for begin in begins)

    assert rows > KILLS
    with capsys.disabled():
        sys.stdout.write(f"\n{KILLS} kills, {rows} rows acknowledged, none lost\n")
