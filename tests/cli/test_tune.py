"""`quizapp tune` on a real journal; the process that fits is a stand-in, but for one slow test."""

import os
import pty
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from quizapp.cli import main
from quizapp.fitting import process
from quizapp.fitting.choosing import NEEDED
from quizapp.home import Home
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import Tuning
from tests.fitting.made_up import FORGETFUL, rows_of_learner


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("QUIZAPP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PYTHONPATH", ".")
    return Home(tmp_path / "home")


@pytest.fixture
def quick(home: Home, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home with many reviews, and a process that finds something at once."""
    monkeypatch.setattr(process, "Fitting", partial(process.Fitting, module="tests.fitting.quick_process"))
    study_much(home)
    return home


def study_much(home: Home) -> None:
    with Journal(home.journal) as journal:
        Learner(journal, (), new_per_day=0).take_in(rows_of_learner(2 * NEEDED))


def tuning_in(home: Home) -> Tuning:
    with Journal(home.journal) as journal:
        return Learner(journal, (), new_per_day=0).tuning


def tune(*options: str) -> int:
    return main(["--language", "en", "tune", *options])


def test_too_few_reviews_are_refused_with_how_many_it_takes(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == tune("--yes")

    assert capsys.readouterr().err == (
        "FSRS can be fitted to you after 640 reviews that came a day or more after the one before; "
        "so far there are 0. Go on studying, and try again later.\n"
    )


def test_yes_uses_what_was_found(quick: Home, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == tune("--yes")

    said = capsys.readouterr().out.splitlines()
    assert "Log loss before: 0.400, after: 0.300." in said
    assert "The new parameters are in use. Undo takes that back." == said[-1]
    assert Tuning(parameters=FORGETFUL) == tuning_in(quick)


def test_nobody_to_ask_changes_nothing_and_says_so(quick: Home, capsys: pytest.CaptureFixture[str]) -> None:
    assert 1 == tune()

    assert "Nothing was changed. `quizapp tune --yes` uses them." in capsys.readouterr().out
    assert Tuning() == tuning_in(quick)


def test_what_is_no_better_is_left_even_with_yes(
    quick: Home, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZAPP_TEST_ENDING", "no better")

    assert 1 == tune("--yes")

    assert capsys.readouterr().out.startswith("The new parameters are no better than those in use, so these stay.")
    assert Tuning() == tuning_in(quick)


@pytest.mark.slow
@pytest.mark.parametrize(("typed", "status"), [("y\n", 0), ("\n", 1)])
def test_in_a_terminal_a_bar_is_drawn_and_the_learner_is_asked(home: Home, typed: str, status: int) -> None:
    study_much(home)
    outer, inner = pty.openpty()
    command = [sys.executable, "-m", "quizapp", "--language", "en", "tune"]
    with subprocess.Popen(command, stdin=inner, stdout=inner, stderr=inner) as running:
        os.close(inner)
        shown = ""
        while "Use them?" not in shown:
            shown += os.read(outer, 4096).decode()
        os.write(outer, typed.encode())
        assert status == running.wait(60)
    os.close(outer)

    assert "Fitting the parameters to your reviews" in shown
    assert (21 if status == 0 else 0) == len(tuning_in(home).parameters)
