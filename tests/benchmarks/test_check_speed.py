"""Prints how fast a warm check is, beside a cell in a warm Jupyter kernel and beside a new process.

Every row is timed by turns with the others, so that all meet the same machine. The clock says what a learner waits for;
the processor column says how much work that is for this process and the sandbox's server or the kernel, making the next
process ready included. (Counting instructions would be steadier, but virtual machines seldom have such counters:
`perf stat -e instructions true` tells.)
"""

import os
import random
import select
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any

import msgspec
import psutil
import pytest

from quizapp.classroom.record import record_exercise
from quizapp.judging.judge import observed_expressions
from quizapp.packs.library import Library
from quizapp.packs.model import Check, Exercise
from quizapp.practice import attempt, program_for
from quizapp.sandbox.messages import Ending, Program, RunLimits
from quizapp.sandbox.sandbox import Sandbox
from quizapp.sandbox.way import Way

pytestmark = pytest.mark.benchmark

SMALL = """
import torch
from torch import nn

model = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 2))
for parameter in model[0].parameters():
    parameter.requires_grad = False
loss = model(torch.randn(4, 8)).pow(2).mean()
loss.backward()
"""
EXERCISE = "pytorch-essentials/freezing/the-typo-that-freezes-nothing"
ADAMW = """
import torch
from torch import nn
model = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 2))
optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)
inputs, targets = torch.randn(32, 8), torch.randn(32, 2)
for _ in range(5):
    optimizer.zero_grad()
    loss = (model(inputs) - targets).pow(2).mean()
    loss.backward()
    optimizer.step()
"""
WARM_UPS = 10
TURNS = 30
RUNS_IN_A_TURN = 10
PAUSED_TURNS = 60
POOL_RUNS = 20
NEW_PROCESSES = 5
RECOVERIES = 10
IDLE_SECONDS = 10.0
SETTLING_SECONDS = 2.0


def nothing() -> None:
    """What a row needs before it is timed, if nothing."""


@dataclass
class Row:
    """One thing that is timed.

    Attributes:
        work: what is timed. prepare: what must be over before it.
        workers: the processes that do the work beside this one.
        taken: seconds of each time. spent: processor seconds of all of them.
    """

    name: str
    work: Callable[[], object]
    prepare: Callable[[], object] = nothing
    workers: Callable[[], tuple[int, ...]] = tuple
    taken: list[float] = field(default_factory=list)
    spent: float = 0.0

    def run(self, times: int, pause: Callable[[], float] = lambda: 0.0) -> None:
        began = processor_seconds(*self.workers())
        for _ in range(times):
            time.sleep(pause())
            self.prepare()
            started = time.perf_counter()
            self.work()
            self.taken.append(time.perf_counter() - started)
        self.prepare()
        self.spent += processor_seconds(*self.workers()) - began

    def __str__(self) -> str:
        cuts = statistics.quantiles(self.taken, n=100, method="inclusive")
        p50, p95, p99 = (cuts[at - 1] * 1000 for at in (50, 95, 99))
        each = self.spent / len(self.taken) * 1000
        return f"{self.name:44} {p50:8.2f} {p95:8.2f} {p99:8.2f} {each:9.1f} {len(self.taken):6}"


HEAD = f"{'ms':44} {'p50':>8} {'p95':>8} {'p99':>8} {'processor':>9} {'n':>6}"


def processor_seconds(*others: int) -> float:
    """Return the processor time of this process and these, and of their children that have ended."""
    return sum(sum(psutil.Process(one).cpu_times()[:4]) for one in (os.getpid(), *others))


def person() -> float:
    """How long somebody looks at a verdict before checking again, if they are quick."""
    return random.uniform(0.05, 0.3)


class Jupyter:
    """A kernel that a client talks to."""

    def __init__(self, client: Any, number: int) -> None:
        self._client = client
        self.number = number

    def execute(self, code: str) -> None:
        """Execute a cell and wait until the kernel is idle again."""
        cell = self._client.execute(code)
        state = ""
        while state != "idle":
            answer = self._client.get_iopub_msg(timeout=60)
            assert answer["msg_type"] != "error", answer["content"]
            state = answer["content"].get("execution_state") if answer["parent_header"].get("msg_id") == cell else ""


@pytest.fixture(scope="module")
def exercise(library: Library) -> Exercise:
    item = library.find(EXERCISE)
    assert isinstance(item, Exercise)
    return item


@pytest.fixture(scope="module")
def small(exercise: Exercise, sandbox: Sandbox, tmp_path_factory: pytest.TempPathFactory) -> Exercise:
    """The smallest exercise on freezing that says something: two layers, the first frozen, one backward pass."""
    checks = tuple(Check(observe=what) for what in ("model", "model[0].weight", "model[2].weight.grad"))
    made = msgspec.structs.replace(
        exercise,
        id="small",
        folder=tmp_path_factory.mktemp("small"),
        given="",
        probe="",
        solution=SMALL,
        checks=checks,
        mistakes=(),
        alternatives=(),
    )
    sandbox.wait_until_ready(60)
    record_exercise(made, sandbox, sandbox.torch_version)
    return made


@pytest.fixture(scope="module")
def program(exercise: Exercise) -> Program:
    return program_for(exercise, exercise.variants[0], exercise.solution, observed_expressions(exercise))


@pytest.fixture
def own_sandbox() -> Iterator[Sandbox]:
    """A sandbox that nobody else has harmed or may use."""
    with Sandbox() as sandbox:
        assert sandbox.wait_until_ready(60)
        yield sandbox


def whole_code(program: Program) -> str:
    """What a notebook's cell or a script holds to do the same."""
    return "\n".join((program.given, program.code, program.probe))


@contextmanager
def warm_kernel() -> Iterator[Jupyter]:
    """Yield a Jupyter kernel, with one thread like a run: for programs this small it is faster so."""
    module = pytest.importorskip("jupyter_client.manager")
    manager, client = module.start_new_kernel(kernel_name="python3", stderr=subprocess.DEVNULL)
    try:
        jupyter = Jupyter(client, manager.provisioner.pid)
        jupyter.execute("import torch; torch.set_num_threads(1)")
        yield jupyter
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


@contextmanager
def open_watch(process: int) -> Iterator[select.poll]:
    """Yield a poll that returns once the process has ended."""
    descriptor = os.pidfd_open(process)
    watch = select.poll()
    watch.register(descriptor, select.POLLIN)
    try:
        yield watch
    finally:
        os.close(descriptor)


def sandbox_rows(small: Exercise, exercise: Exercise, program: Program, sandbox: Sandbox) -> tuple[Row, ...]:
    adamw, empty = Program(code=ADAMW, observe=("model", "loss")), Program(code="")

    def check(what: Exercise) -> Callable[[], None]:
        def once() -> None:
            assert attempt(what, what.solution, sandbox).passed

        return once

    def run(what: Program) -> Callable[[], None]:
        def once() -> None:
            assert sandbox.run(what).ending is Ending.FINISHED

        return once

    def server() -> tuple[int, ...]:
        return sandbox.process_ids()[:1]

    ready = sandbox.wait_until_ready
    name = exercise.id.rpartition("/")[2]
    return (
        Row("check, a small exercise on freezing", check(small), ready, server),
        Row(f"check, {name}", check(exercise), ready, server),
        Row("the same without judging: Sandbox.run", run(program), ready, server),
        Row("AdamW, 5 steps", run(adamw), ready, server),
        Row("empty program", run(empty), ready, server),
    )


def jupyter_rows(program: Program, jupyter: Jupyter) -> tuple[Row, ...]:
    def kernel() -> tuple[int, ...]:
        return (jupyter.number,)

    return (
        Row("Jupyter cell: the small exercise's, not judged", lambda: jupyter.execute(SMALL), workers=kernel),
        Row("Jupyter cell: the check's code, not judged", lambda: jupyter.execute(whole_code(program)), workers=kernel),
        Row("Jupyter cell: AdamW, 5 steps", lambda: jupyter.execute(ADAMW), workers=kernel),
        Row("Jupyter cell: empty", lambda: jupyter.execute(""), workers=kernel),
    )


def print_table(title: str, rows: tuple[Row, ...]) -> None:
    print(f"\n{title}\n{HEAD}", *rows, sep="\n")


@pytest.mark.parametrize("rhythm", ["back to back", "as a person does, 50-300 ms between"])
def test_a_check_beside_a_warm_kernel(
    rhythm: str, small: Exercise, exercise: Exercise, program: Program, own_sandbox: Sandbox
) -> None:
    with ExitStack() as stack:
        jupyter = stack.enter_context(warm_kernel())
        rows = (*sandbox_rows(small, exercise, program, own_sandbox), *jupyter_rows(program, jupyter))
        for row in rows:
            row.run(WARM_UPS)
            row.taken.clear()
            row.spent = 0.0
        for _ in range(TURNS if rhythm == "back to back" else PAUSED_TURNS):
            for row in rows:
                row.run(RUNS_IN_A_TURN) if rhythm == "back to back" else row.run(1, person)

    print_table(rhythm, rows)
    assert {len(row.taken) for row in rows} == {len(rows[0].taken)}


def test_a_new_process_and_the_pool(program: Program) -> None:
    new = Row(
        "new process that imports torch, the same code",
        lambda: subprocess.run([sys.executable, "-c", whole_code(program)], check=True),
    )
    new.run(NEW_PROCESSES)
    with Sandbox(way=Way.POOL) as pool:
        warm = Row(
            "pool of warm processes: Sandbox.run",
            lambda: pool.run(program),
            lambda: pool.wait_until_ready(60),
        )
        warm.run(POOL_RUNS)

    print_table("other ways", (new, warm))


def test_the_next_verdict_after_a_time_out_and_after_the_server_was_killed(
    program: Program, own_sandbox: Sandbox
) -> None:
    loop, short = Program(code="while True: pass"), RunLimits(seconds=0.1)

    def run() -> None:
        assert own_sandbox.run(program).ending is Ending.FINISHED

    def time_out() -> None:
        own_sandbox.wait_until_ready(60)
        assert own_sandbox.run(loop, short).ending is Ending.TIMED_OUT

    def kill_server() -> None:
        own_sandbox.wait_until_ready(60)
        server = own_sandbox.process_ids()[0]
        with open_watch(server) as gone:
            os.kill(server, signal.SIGKILL)
            # Until it is, a standby may still answer.
            gone.poll()

    rows = (
        Row("next run after one that timed out", run, time_out),
        Row("next run after the server was killed", run, kill_server),
    )
    for row in rows:
        row.run(RECOVERIES)

    print_table("recovery", rows)


def test_idle_costs_no_processor_time_and_little_memory(own_sandbox: Sandbox) -> None:
    own_sandbox.wait_until_ready(60)
    time.sleep(SETTLING_SECONDS)
    server, *standbys = (psutil.Process(pid) for pid in own_sandbox.process_ids())
    before = processor_seconds(server.pid, *(one.pid for one in standbys))
    time.sleep(IDLE_SECONDS)
    spent = processor_seconds(server.pid, *(one.pid for one in standbys)) - before
    sizes = [one.memory_full_info() for one in (server, *standbys)]

    print(f"\nidle for {IDLE_SECONDS:g} s: {spent * 1000:.0f} ms of processor time, host and sandbox together")
    print(f"server: PSS {sizes[0].pss / 2**20:.0f} MiB, RSS {sizes[0].rss / 2**20:.0f} MiB")
    for one in sizes[1:]:
        print(f"standby: PSS {one.pss / 2**20:.0f} MiB, private {one.uss / 2**20:.0f} MiB")
    print(f"together: PSS {sum(one.pss for one in sizes) / 2**20:.0f} MiB in {len(sizes)} processes")
    assert len(standbys) == 1
