"""The sandbox as a service: ready, stopped, recovering, shared by threads, gone without a trace."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from quizapp.sandbox.messages import Ending, Outcome, Program, RunLimits
from quizapp.sandbox.observation import Whole
from quizapp.sandbox.sandbox import Sandbox, SandboxUnavailable, Stopper
from quizapp.sandbox.scratch import Scratch

ANSWER = Program(code="x = 41 + 1", observe=("x",))
LOOP = Program(code="print('began')\nwhile True: pass")
LONG = RunLimits(seconds=30)


def is_right(outcome: Outcome) -> bool:
    return (outcome.ending, outcome.observations) == (Ending.FINISHED, {"x": Whole("42")})


@pytest.fixture(scope="module")
def shared_victim() -> Iterator[Sandbox]:
    with Sandbox() as own:
        yield own


@pytest.fixture
def victim(shared_victim: Sandbox) -> Sandbox:
    """A warm sandbox that may be harmed: it has to recover for the next test anyway."""
    assert shared_victim.wait_until_ready(60)
    while len(shared_victim.process_ids()) > 2:
        threading.Event().wait(0.01)
    return shared_victim


def test_it_becomes_ready(sandbox: Sandbox) -> None:
    assert sandbox.wait_until_ready(60)
    assert sandbox.is_ready
    assert sandbox.torch_version.startswith("2.")


def test_runs_of_several_threads_do_not_mix(sandbox: Sandbox) -> None:
    programs = [Program(code=f"x = {i}\nprint({i})", observe=("x",)) for i in range(12)]
    with ThreadPoolExecutor(6) as pool:
        outcomes = list(pool.map(lambda program: sandbox.run(program, LONG), programs))

    assert [outcome.stdout for outcome in outcomes] == [f"{i}\n" for i in range(12)]
    assert [outcome.observations["x"] for outcome in outcomes] == [Whole(str(i)) for i in range(12)]


def test_nothing_stays_from_one_run_to_the_next(sandbox: Sandbox) -> None:
    sandbox.run(
        Program(code="import torch, builtins\ntorch.ones = builtins.len = None\nopen('out.txt', 'w').write('x')")
    )
    program = Program(code="import torch\nx = len(torch.ones(40)) + len(open('out.txt').read()) + 2", observe=("x",))

    assert [is_right(sandbox.run(program, LONG)) for _ in range(4)] == [True] * 4


def test_a_stopped_run_ends_at_once(sandbox: Sandbox) -> None:
    stopper = Stopper()
    sandbox.wait_until_ready(60)
    threading.Timer(0.2, stopper.stop).start()
    outcome = sandbox.run(LOOP, LONG, stopper)

    assert outcome.ending is Ending.STOPPED
    assert outcome.seconds < 20


def test_a_run_that_is_stopped_before_it_began_does_not_begin(sandbox: Sandbox) -> None:
    stopper = Stopper()
    stopper.stop()

    assert sandbox.run(LOOP, LONG, stopper) == Outcome(ending=Ending.STOPPED)


def test_a_run_waiting_for_the_start_can_be_stopped() -> None:
    stopper = Stopper()
    with Sandbox() as cold:
        threading.Timer(0.1, stopper.stop).start()

        assert cold.run(ANSWER, LONG, stopper) == Outcome(ending=Ending.STOPPED)


def test_a_killed_standby_is_replaced(victim: Sandbox) -> None:
    _, standby = victim.process_ids()
    os.kill(standby, signal.SIGKILL)

    assert is_right(victim.run(ANSWER, LONG))


def test_a_run_whose_server_is_killed_is_repeated(victim: Sandbox) -> None:
    server = victim.process_ids()[0]
    threading.Timer(0.3, os.kill, (server, signal.SIGKILL)).start()
    program = Program(code="import time\ntime.sleep(1)\nx = 42", observe=("x",))
    outcome = victim.run(program, LONG)

    assert is_right(outcome)
    assert outcome.restarted


def test_a_run_after_the_server_was_killed_says_so_and_the_next_does_not(victim: Sandbox) -> None:
    for pid in victim.process_ids():
        os.kill(pid, signal.SIGKILL)

    assert [victim.run(ANSWER, LONG).restarted for _ in range(2)] == [True, False]


def test_a_killed_server_is_replaced(victim: Sandbox) -> None:
    before = victim.process_ids()
    for pid in before:
        os.kill(pid, signal.SIGKILL)

    assert is_right(victim.run(ANSWER, LONG))
    assert not set(before) & set(victim.process_ids())


def test_closing_leaves_no_process_descriptor_or_folder(folder_of_temporary_files: Path) -> None:
    this = psutil.Process()
    descriptors = this.num_fds()
    own = Sandbox(standbys=2)
    own.run(ANSWER, LONG)
    processes = [psutil.Process(pid) for pid in own.process_ids()]
    own.close()
    own.close()

    assert len(processes) >= 2
    # One that is dead already may wait for the system to note it.
    assert list(psutil.wait_procs(processes, timeout=20)[1]) == []
    # Fewer, if those of an earlier test's sandbox were closed only now.
    assert this.num_fds() <= descriptors
    assert list(folder_of_temporary_files.iterdir()) == []


def test_closing_ends_a_run_under_way() -> None:
    own = Sandbox()
    own.start()
    own.wait_until_ready(60)
    threading.Timer(0.3, own.close).start()

    with pytest.raises(SandboxUnavailable):
        own.run(LOOP, LONG)


def test_a_program_of_any_length_is_no_exception(sandbox: Sandbox) -> None:
    outcome = sandbox.run(Program(code="# " + "x" * (9 << 20)), LONG)

    assert (outcome.ending, outcome.detail) == (Ending.REFUSED, "the program is too long")


def test_a_closed_sandbox_says_so() -> None:
    own = Sandbox()
    own.close()

    with pytest.raises(SandboxUnavailable, match="closed"):
        own.run(ANSWER)


def test_a_server_that_can_not_start_is_said_after_three_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")
    with Sandbox() as own, pytest.raises(SandboxUnavailable, match="can't be started"):
        own.run(ANSWER)


def test_an_interpreter_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    with Sandbox() as own, pytest.raises(SandboxUnavailable, match="No such file"):
        own.run(ANSWER)


HOST = """
import os, sys, threading, time
from quizapp.sandbox.messages import Program, RunLimits
from quizapp.sandbox.sandbox import Sandbox
sandbox = Sandbox()
sandbox.start()
sandbox.wait_until_ready(60)
loop = (Program(code="while True: pass"), RunLimits(seconds=30))
threading.Thread(target=sandbox.run, args=loop, daemon=True).start()
while len(sandbox.process_ids()) < 3:
    time.sleep(0.01)
print(*sandbox.process_ids(), flush=True)
"""


@pytest.mark.parametrize("end", ["time.sleep(60)", "sys.exit()", "raise RuntimeError"])
def test_a_host_that_ends_leaves_no_process_and_no_folder(
    end: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    host = subprocess.Popen(
        [sys.executable, "-c", HOST + end], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    )
    with host:
        assert host.stdout is not None
        processes = [psutil.Process(int(pid)) for pid in host.stdout.readline().split()]
        if "sleep" in end:
            host.kill()
    _, alive = psutil.wait_procs(processes, timeout=20)

    assert len(processes) >= 3
    assert alive == []
    assert left_after_the_next_start(tmp_path, monkeypatch) == []


def left_after_the_next_start(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return what lies there once another host began, more than a minute later, and ended as it should."""
    for folder in temporary.iterdir():
        os.utime(folder, (1, 1))
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    Scratch(1).remove()
    return list(temporary.iterdir())


def test_the_host_side_imports_neither_torch_nor_numpy() -> None:
    code = "import quizapp.sandbox.isolation, sys; print(sorted({'torch', 'numpy'} & set(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert said.stdout == "[]\n"


def test_runs_in_bulk_end_as_any_other(sandbox: Sandbox) -> None:
    program = Program(code="import torch\nx = torch.rand(3)\nprint(x)", observe=("x", "y"))

    with Sandbox(standbys=2, in_bulk=True) as in_bulk:
        assert [in_bulk.run(program).observations for _ in range(3)] == [sandbox.run(program).observations] * 3
