"""Ten thousand runs of every kind through one sandbox leave nothing behind: no process, descriptor, file or memory."""

import gc
import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple, dataclass, fields
from itertools import pairwise
from pathlib import Path

import psutil
import pytest

from quizapp.sandbox.messages import Ending, Outcome, Program, RunLimits
from quizapp.sandbox.sandbox import Sandbox, Stopper

RUNS = 10_000
AT_A_TIME = max(2, min(4, os.cpu_count() or 2))
KILLS = frozenset(range(500, RUNS // 2, 500))
"""Before which runs the server is killed. In the second half one server serves them all, so that its growth shows."""

MARKS = (0, RUNS // 10, RUNS // 2, RUNS // 2 + RUNS // 10, RUNS)
HOST_GROWTH_BYTES = 8 << 20
SERVER_GROWTH_BYTES = 8 << 20
SETTLING_SECONDS = 60.0

LITTLE = RunLimits(seconds=20, memory_bytes=256 << 20, output_bytes=1 << 20)
SHORT = RunLimits(seconds=0.075, memory_bytes=256 << 20)
MODEL = """
import torch
from torch import nn
model = nn.Linear(3, 2)
model(torch.ones(4, 3)).sum().backward()
torch.optim.SGD(model.parameters(), lr=0.1).step()
open("out.txt", "w").write("seen")
x = 42
"""


@dataclass(frozen=True)
class Kind:
    """A program, and how its run has to end."""

    name: str
    code: str
    ending: Ending
    limits: RunLimits = LITTLE
    stops_after: float | None = None


GOOD = Kind("good", "x = 41 + 1", Ending.FINISHED)
KINDS = (
    *(GOOD,) * 5,
    *(Kind("model", MODEL, Ending.FINISHED),) * 4,
    *(Kind("raising", "print('so far')\nx = [][1]", Ending.RAISED),) * 2,
    Kind("syntax error", "x = = 1", Ending.RAISED),
    Kind("looping", "while True: pass", Ending.TIMED_OUT, SHORT),
    Kind("sleeping", "import time\ntime.sleep(60)", Ending.TIMED_OUT, SHORT),
    Kind("leaving", "import os\nos._exit(3)", Ending.ENDED_EARLY),
    Kind("segfault", "import ctypes\nctypes.string_at(0)", Ending.CRASHED),
    Kind("memory bomb", "import torch\nx = [torch.ones(1 << 22) for _ in range(1000)]", Ending.OUT_OF_MEMORY),
    Kind("flood", "while True: print('x' * 60_000)", Ending.TOO_MUCH_OUTPUT),
    Kind("stopped", "while True: pass", Ending.STOPPED, stops_after=0.02),
    Kind("forging", "import os\nos.write(3, b'QZR1' + bytes(12))\nx = 42", Ending.UNREADABLE),
    Kind("file", "open('another', 'w')", Ending.REFUSED),
    Kind("program", "import subprocess\nsubprocess.run(['true'])", Ending.REFUSED),
)


@dataclass(frozen=True)
class Counters:
    """What could grow. Memory in bytes; of the sandbox's server and of this process what is theirs alone."""

    descriptors: int
    threads: int
    processes: int
    scratch_entries: int
    temporary_entries: int
    host_resident: int
    host_private: int
    server_proportional: int
    server_private: int

    @property
    def counts(self) -> tuple[int, ...]:
        return astuple(self)[:5]


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def soaked(temporary: Path) -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


def run_one(sandbox: Sandbox, number: int) -> tuple[Kind, Outcome]:
    kind = KINDS[number % len(KINDS)]
    program = Program(code=kind.code, observe=("x",))
    stopper = Stopper()
    if kind.stops_after is None:
        return kind, sandbox.run(program, kind.limits, stopper)
    timer = threading.Timer(kind.stops_after, stopper.stop)
    timer.start()
    outcome = sandbox.run(program, kind.limits, stopper)
    timer.join()
    return kind, outcome


def count(sandbox: Sandbox, temporary: Path) -> Counters:
    """Count once nothing is under way any more."""
    settle(sandbox)
    gc.collect()
    this = psutil.Process()
    own, server = this.memory_full_info(), psutil.Process(sandbox.process_ids()[0]).memory_full_info()
    return Counters(
        descriptors=this.num_fds(),
        threads=this.num_threads(),
        processes=len(this.children(recursive=True)),
        scratch_entries=sum(1 for folder in temporary.iterdir() for _ in folder.rglob("*")),
        temporary_entries=sum(1 for _ in temporary.iterdir()),
        host_resident=own.rss,
        host_private=own.uss,
        server_proportional=server.pss,
        server_private=server.uss,
    )


def settle(sandbox: Sandbox) -> None:
    """Wait until the server and one standby are all there is, for a while."""
    deadline = time.monotonic() + SETTLING_SECONDS
    quiet = 0
    while quiet < 50:
        assert time.monotonic() < deadline, f"still there: {sandbox.process_ids()}"
        assert sandbox.wait_until_ready(SETTLING_SECONDS)
        quiet = quiet + 1 if len(sandbox.process_ids()) == 2 else 0
        threading.Event().wait(0.01)


def kill_server(sandbox: Sandbox) -> None:
    ids = sandbox.process_ids()
    if ids:
        os.kill(ids[0], signal.SIGKILL)


def soak(sandbox: Sandbox, numbers: range) -> Counter[tuple[str, str, str]]:
    """Make these runs, several at a time; count them by kind, how they had to end and how they did."""
    # Taken one by one: to hand them all to the threads ahead would itself take memory.
    left = iter(numbers)
    lock = threading.Lock()

    def some(_: int) -> Counter[tuple[str, str, str]]:
        ended: Counter[tuple[str, str, str]] = Counter()
        while True:
            with lock:
                number = next(left, None)
            if number is None:
                return ended
            if number in KILLS:
                kill_server(sandbox)
            kind, outcome = run_one(sandbox, number)
            ended[kind.name, kind.ending.value, outcome.ending.value] += 1

    with ThreadPoolExecutor(AT_A_TIME) as pool:
        return sum(pool.map(some, range(AT_A_TIME)), start=Counter())


def print_table(counted: dict[int, Counters], ended: Counter[tuple[str, str, str]], seconds: float) -> None:
    print(f"\n{RUNS} runs, {AT_A_TIME} at a time, {len(KILLS)} times the server was killed, {seconds:.0f} s")
    for (kind, _, ending), times in sorted(ended.items()):
        print(f"  {kind:14} {ending:16} {times:6}")
    print(f"  {'after':22}", *(f"{number:>9}" for number in counted))
    for each in fields(Counters):
        values = [getattr(counters, each.name) for counters in counted.values()]
        is_memory = each.name.startswith(("host", "server"))
        shown = [f"{value / 2**20:9.1f}" if is_memory else f"{value:9}" for value in values]
        print(f"  {each.name + (' MiB' if is_memory else ''):22}", *shown)


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_ten_thousand_mixed_runs_leave_nothing_behind(
    soaked: Sandbox, temporary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    began = time.monotonic()
    counted = {0: count(soaked, temporary)}
    ended: Counter[tuple[str, str, str]] = Counter()
    for start, end in pairwise(MARKS):
        ended += soak(soaked, range(start, end))
        counted[end] = count(soaked, temporary)
    with capsys.disabled():
        print_table(counted, ended, time.monotonic() - began)

    first, *_, steady, last = (counted[mark] for mark in MARKS[1:])
    assert ended.total() == RUNS
    assert {each: times for each, times in ended.items() if each[1] != each[2]} == {}
    assert {counters.counts for counters in counted.values()} == {counted[0].counts}
    assert last.host_private - first.host_private < HOST_GROWTH_BYTES
    assert last.server_private - steady.server_private < SERVER_GROWTH_BYTES
