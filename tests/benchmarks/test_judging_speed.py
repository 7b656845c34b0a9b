"""Prints how long a verdict takes in the host: for exercises of usual size, and for tensors of ten million elements.

The limits: p95 under 5 ms for the first, under 100 ms for the second. Observations of the large ones are made by hand:
the sandbox sends tensors of that size without their numbers (`sandbox.strictness.MAX_TENSOR_BYTES`).
"""

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from quizapp.judging.compare import compare
from quizapp.judging.expectations import read_expectations
from quizapp.judging.judge import judge
from quizapp.packs.library import Library
from quizapp.packs.model import Check, Exercise
from quizapp.practice import run_variants
from quizapp.sandbox.observation import TensorSeen, Values
from quizapp.sandbox.sandbox import Sandbox

pytestmark = pytest.mark.benchmark

Numbers = NDArray[Any]

SHAPES = ((10_000_000,), (10_000, 1000), (200, 250, 200))
TIMES = 15
HEAD = f"{'ms':60} {'p50':>8} {'p95':>8} {'processor':>9} {'n':>5}  diagnosis"


@dataclass
class Row:
    """One line of the table: milliseconds by the clock, and of this thread's work alone."""

    name: str
    taken: list[float] = field(default_factory=list)
    spent: list[float] = field(default_factory=list)

    def time(self, work: Callable[[], object]) -> None:
        clock, processor = time.perf_counter(), time.thread_time()
        work()
        self.taken.append((time.perf_counter() - clock) * 1000)
        self.spent.append((time.thread_time() - processor) * 1000)

    def __str__(self) -> str:
        p50, p95 = statistics.median(self.taken), statistics.quantiles(self.taken, n=20, method="inclusive")[18]
        return f"{self.name:60} {p50:8.2f} {p95:8.2f} {statistics.median(self.spent):9.2f} {len(self.taken):5}"


def test_exercises_of_usual_size(sandbox: Sandbox, library: Library) -> None:
    print(f"\n{HEAD}")
    everything = Row("all of them")
    for exercise in (item for pack in library.packs for item in pack.items() if isinstance(item, Exercise)):
        row = verdicts(exercise, sandbox)
        everything.taken += row.taken
        everything.spent += row.spent
        print(row)
    print(everything)


def verdicts(exercise: Exercise, sandbox: Sandbox) -> Row:
    """Judge the solution and each mistake."""
    expectations = read_expectations(exercise.folder)
    codes = [exercise.solution, *(mistake.code for mistake in exercise.mistakes)]
    runs = [(code, run_variants(exercise, code, sandbox)) for code in codes]
    row = Row(str(exercise.id))
    for turn in range(TIMES):
        for code, outcomes in runs:
            # What is remembered of an exercise's own programs must not be of a learner's.
            row.time(partial(judge, exercise, expectations, outcomes, f"{code}\n# {turn}\n"))
    return row


@pytest.mark.parametrize("shape", SHAPES)
def test_ten_million_elements(shape: tuple[int, ...]) -> None:
    numbers = np.random.default_rng(0)
    expected = numbers.standard_normal(shape, dtype=np.float32)
    print(f"\n{HEAD}")
    for name, got in changed(expected, numbers):
        report(f"{name} {shape}", expected, got)
    for name, one, other in peculiar(shape):
        report(f"{name} {shape}", one, other)


def report(name: str, expected: Numbers, got: Numbers) -> None:
    one, other = seen(expected), seen(got)
    check = Check(observe="x")
    finding = next(iter(compare(check, one, other)), None)
    row = Row(name)
    for _ in range(TIMES):
        row.time(partial(compare, check, one, other))
    print(f"{row}  {'' if finding is None else finding.diagnosis}")


def changed(expected: Numbers, numbers: np.random.Generator) -> Iterator[tuple[str, Numbers]]:
    """What a learner may have made instead, one after another: each is 40 MB."""
    yield "equal", expected.copy()
    yield "equal but for noise", expected * np.float32(1 + 1e-7)
    one = expected.copy()
    one.reshape(-1)[7_654_321] += 1
    yield "one element differs", one
    yield "everything differs", numbers.standard_normal(expected.shape, dtype=np.float32)
    yield "negated", -expected
    yield "scaled", expected * 2
    yield "offset", expected + np.float32(0.5)
    yield "reversed", np.flip(expected, 0).copy()
    yield "shifted", np.roll(expected, 1, 0)
    if expected.ndim > 1:
        yield "transposed", np.ascontiguousarray(np.swapaxes(expected, 0, 1))
        sliced = expected.copy()
        sliced[5] = 0
        yield "one slice differs", sliced
    half = expected.copy()
    half[len(half) // 2 :] = 0
    yield "only the first half", half
    nan = expected.copy()
    nan.reshape(-1)[7_654_321] = np.nan
    yield "one NaN", nan


def peculiar(shape: tuple[int, ...]) -> Iterator[tuple[str, Numbers, Numbers]]:
    """What cheap conditions can't rule out early: arrays that are mostly alike."""
    zeros = np.zeros(shape, dtype=np.float32)
    few, other = zeros.copy(), zeros.copy()
    few.reshape(-1)[[1, 77, 7_000_000]] = 1, 2, 3
    other.reshape(-1)[[1, 77, 7_000_001]] = 1, 2, 3
    yield "zeros but for three", few, other
    whole = (np.arange(zeros.size, dtype=np.float32) % 3).reshape(shape)
    moved = whole.copy()
    moved.reshape(-1)[5] = 7
    yield "0, 1, 2 again and again, one differs", whole, moved
    if len(shape) > 1:
        exp = np.exp(np.random.default_rng(1).standard_normal(shape, dtype=np.float32))
        yield (
            "softmax along the wrong axis",
            exp / exp.sum(-1, keepdims=True),
            exp / exp.sum(0, keepdims=True),
        )


def seen(array: Numbers) -> TensorSeen:
    return TensorSeen(dtype="float32", shape=array.shape, values=Values(array.tobytes()))
