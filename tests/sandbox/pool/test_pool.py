"""A pool of processes as a service: ready, stopped, recovering, shared by threads, gone without a trace."""

import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from quizapp.sandbox.layers import LayerName
from quizapp.sandbox.messages import Ending, Outcome, Program, RunLimits
from quizapp.sandbox.observation import Whole
from quizapp.sandbox.sandbox import Sandbox, SandboxUnavailable, Stopper
from quizapp.sandbox.way import Way

ANSWER = Program(code="x = 41 + 1", observe=("x",))
LOOP = Program(code="print('began')\nwhile True: pass")
LONG = RunLimits(seconds=30)


def is_right(outcome: Outcome) -> bool:
    return (outcome.ending, outcome.observations) == (Ending.FINISHED, {"x": Whole("42")})


def test_it_becomes_ready_and_says_what_it_does_not_hold(pool: Sandbox) -> None:
    assert pool.wait_until_ready(60)
    assert pool.torch_version.startswith("2.")
    assert set(pool.layers) == set(LayerName)
    assert all(pool.layers.values())


def test_runs_of_several_threads_do_not_mix_and_share_no_file(pool: Sandbox) -> None:
    code = "import pathlib\nold = pathlib.Path('new.txt').exists()\npathlib.Path('new.txt').touch()\nprint({})"
    programs = [Program(code=code.format(i), observe=("old",)) for i in range(3)]
    with ThreadPoolExecutor(3) as threads:
        outcomes = list(threads.map(lambda program: pool.run(program, LONG), programs))

    assert [outcome.stdout for outcome in outcomes] == ["0\n", "1\n", "2\n"]
    assert len({outcome.observations["old"] for outcome in outcomes}) == 1
    assert not any(outcome.restarted for outcome in outcomes)


def test_a_stopped_run_ends_at_once(pool: Sandbox) -> None:
    stopper = Stopper()
    pool.wait_until_ready(60)
    threading.Timer(0.2, stopper.stop).start()
    outcome = pool.run(LOOP, LONG, stopper)

    assert (outcome.ending, outcome.stdout) == (Ending.STOPPED, "began\n")


def test_a_run_that_is_stopped_before_it_began_does_not_begin(pool: Sandbox) -> None:
    stopper = Stopper()
    stopper.stop()

    assert pool.run(LOOP, LONG, stopper) == Outcome(ending=Ending.STOPPED)


def test_processes_killed_while_they_wait_are_replaced(pool: Sandbox) -> None:
    pool.wait_until_ready(60)
    for process in map(psutil.Process, pool.process_ids()):
        process.kill()
    outcome = pool.run(ANSWER, LONG)

    assert is_right(outcome)
    assert outcome.restarted


def test_a_process_killed_in_a_run_is_a_crash(pool: Sandbox) -> None:
    outcome = pool.run(Program(code="import os\nos.kill(os.getpid(), 9)"), LONG)

    assert (outcome.ending, outcome.detail) == (Ending.CRASHED, "SIGKILL")


def test_what_a_program_started_ends_with_it(pool: Sandbox, tmp_path: Path) -> None:
    note = tmp_path / "pid"
    inner = f"import os, time; open({str(note)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    code = f"import subprocess, os\nsubprocess.Popen([{sys.executable!r}, '-c', {inner!r}], start_new_session=True)\n"
    waiting = f"while not (os.path.exists({str(note)!r}) and open({str(note)!r}).read()): pass"
    outcome = pool.run(Program(code=code + waiting), LONG)
    started = psutil.Process(int(note.read_text())) if psutil.pid_exists(int(note.read_text())) else None

    assert outcome.ending is Ending.FINISHED
    assert started is None or psutil.wait_procs([started], timeout=20)[1] == []


# In an interpreter of its own, where nobody else has threads and descriptors.
CLOSED = """
import threading, psutil
from quizapp.sandbox.messages import Program, RunLimits
from quizapp.sandbox.sandbox import Sandbox, SandboxUnavailable
from quizapp.sandbox.way import Way
this = psutil.Process()
before = this.num_fds()
sandbox = Sandbox(way=Way.POOL)
sandbox.wait_until_ready(60)
timer = threading.Timer(0.3, sandbox.close)
timer.start()
try:
    sandbox.run(Program(code="while True: pass"), RunLimits(seconds=30))
except SandboxUnavailable:
    print("the run was ended")
timer.join()
print(this.children(recursive=True), threading.active_count(), this.num_fds() - before)
"""


def test_closing_ends_a_run_under_way_and_leaves_nothing(tmp_path: Path) -> None:
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    said = subprocess.run([sys.executable, "-c", CLOSED], capture_output=True, text=True, env=environment, check=True)

    assert said.stdout == "the run was ended\n[] 1 0\n"
    assert list(tmp_path.iterdir()) == []


def test_processes_that_can_not_start_are_said_after_three_tries(
    monkeypatch: pytest.MonkeyPatch, folder_of_temporary_files: Path
) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")
    with Sandbox(way=Way.POOL) as own, pytest.raises(SandboxUnavailable, match="ended without a word"):
        own.run(ANSWER)

    assert list(folder_of_temporary_files.iterdir()) == []


def test_an_interpreter_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    with Sandbox(way=Way.POOL) as own, pytest.raises(SandboxUnavailable, match="No such file"):
        own.run(ANSWER)


@pytest.mark.slow
def test_it_begins_anew_once_the_reason_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    with Sandbox(way=Way.POOL) as own:
        with monkeypatch.context() as broken:
            broken.setattr("sys.executable", "/nowhere/python")
            assert not own.wait_until_ready(60)

        assert own.wait_until_ready(60)


@pytest.mark.slow
def test_a_program_that_deletes_the_folder_of_all_harms_no_later_run(folder_of_temporary_files: Path) -> None:
    code = "import os, shutil\nshutil.rmtree(os.path.dirname(os.getcwd()))"
    with Sandbox(way=Way.POOL) as own:
        own.run(Program(code=code), LONG)

        assert [is_right(own.run(ANSWER, LONG)) for _ in range(3)] == [True] * 3
    assert list(folder_of_temporary_files.iterdir()) == []


MIXED = (
    ANSWER.code,
    "while True: pass",
    "import os\nos._exit(1)",
    "import ctypes\nctypes.string_at(0)",
    "for i in range(10**7): print('line')",
    "import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])",
    "import os\nos.closerange(0, 64)",
)


@pytest.mark.slow
def test_many_runs_of_all_kinds_leave_nothing(folder_of_temporary_files: Path) -> None:
    with Sandbox(way=Way.POOL, standbys=2) as own:
        own.run(ANSWER, LONG)
        with ThreadPoolExecutor(3) as threads:
            ended = list(threads.map(lambda code: own.run(Program(code=code), RunLimits(seconds=0.5)), MIXED * 6))
        right = is_right(own.run(ANSWER, LONG))
        processes = [psutil.Process(pid) for pid in own.process_ids()]

    assert {Ending.FINISHED, Ending.TIMED_OUT, Ending.ENDED_EARLY, Ending.CRASHED} <= {each.ending for each in ended}
    assert right
    assert len(processes) <= 4
    assert [process for process in processes if process.is_running()] == []
    assert list(folder_of_temporary_files.iterdir()) == []


HOST = """
import os, sys, threading, time
from quizapp.sandbox.messages import Program, RunLimits
from quizapp.sandbox.sandbox import Sandbox
from quizapp.sandbox.way import Way
sandbox = Sandbox(way=Way.POOL)
sandbox.start()
sandbox.wait_until_ready(60)
loop = (Program(code=CODE), RunLimits(seconds=1))
threading.Thread(target=sandbox.run, args=loop, daemon=True).start()
while len(sandbox.process_ids()) < 2:
    time.sleep(0.01)
print(*sandbox.process_ids(), flush=True)
"""
IN_PYTHON = "while True: pass"
IN_C = "import itertools; sum(itertools.repeat(0))"


@pytest.mark.parametrize(
    ("code", "end"),
    [
        (IN_PYTHON, "time.sleep(60)"),
        pytest.param(IN_C, "time.sleep(60)", marks=pytest.mark.slow),
        pytest.param(IN_C, "sys.exit()", marks=pytest.mark.slow),
        pytest.param(IN_PYTHON, "raise RuntimeError", marks=pytest.mark.slow),
    ],
)
def test_a_host_that_ends_leaves_no_process_and_no_folder(code: str, end: str, tmp_path: Path) -> None:
    host = subprocess.Popen(
        [sys.executable, "-c", HOST.replace("CODE", repr(code)) + end],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )
    with host:
        assert host.stdout is not None
        processes = [psutil.Process(int(pid)) for pid in host.stdout.readline().split()]
        if "sleep" in end:
            host.kill()
    _, alive = psutil.wait_procs(processes, timeout=30)

    assert len(processes) == 2
    assert alive == []
    assert list(tmp_path.iterdir()) == []
