"""Neither the host's side of the pool nor the worker's needs what only POSIX has."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.sandbox.endings import outcome_of
from quizapp.sandbox.interpreter import worker_environment
from quizapp.sandbox.messages import Ending
from quizapp.sandbox.reception import Output, Reception, Seen, Sighting


def test_a_pool_works_where_nothing_of_posix_is_left(tmp_path: Path) -> None:
    bare = Path(__file__).with_name("bare.py")
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    said = subprocess.run([sys.executable, str(bare)], capture_output=True, text=True, env=environment)

    assert said.stderr == ""
    assert said.stdout.splitlines() == [
        "finished False None Real(value='0x1.8000000000000p+1')",
        "timed_out began None",
        "[] False False",
    ]
    assert list(tmp_path.iterdir()) == []


def test_windows_gets_what_it_needs_to_start_python() -> None:
    given = {"SYSTEMROOT": r"C:\Windows", "PATH": r"C:\conda\Library\bin", "USERNAME": "ada", "SECRET": "key"}
    environment = worker_environment(Path("scratch"), Path("scratch/1"), given)

    assert (environment["SYSTEMROOT"], environment["PATH"]) == (r"C:\Windows", r"C:\conda\Library\bin")
    assert environment["TEMP"] == environment["USERPROFILE"] == environment["HOME"] == str(Path("scratch/1"))
    assert not {"USERNAME", "SECRET"} & set(environment)


def test_elsewhere_nothing_of_the_user_is_in_the_environment() -> None:
    environment = worker_environment(Path("scratch"), given={"PATH": "/home/ada/bin", "SECRET": "key"})

    assert environment["PATH"] == "/usr/bin:/bin"
    assert not {"TEMP", "USERPROFILE", "SECRET"} & set(environment)


@pytest.mark.parametrize(
    ("exit_code", "ending", "detail"),
    [
        (0xC0000005, Ending.CRASHED, "0xc0000005"),
        (1, Ending.ENDED_EARLY, ""),
        (-11, Ending.CRASHED, "SIGSEGV"),
        (-31, Ending.REFUSED, "SIGSYS"),
        (-24, Ending.TIMED_OUT, "SIGXCPU"),
        (-200, Ending.CRASHED, "signal 200"),
    ],
)
def test_what_the_system_ended_a_process_with_is_a_crash(exit_code: int, ending: Ending, detail: str) -> None:
    sighting = Sighting(Seen.NO_REPORT, Reception(), Output(), Output(), 1.0)
    outcome = outcome_of(sighting, (), exit_code, stopped=False)

    assert (outcome.ending, outcome.detail) == (ending, detail)
