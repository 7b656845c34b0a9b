"""Prints how long a verdict takes in the host: for exercises of usual size, and for tensors of ten million elements.

The limits: p95 under 5 ms for the first, under 100 ms for the second. Observations of the large ones are made by hand:
the sandbox sends tensors of that size without their numbers (`sandbox.strictness.MAX_TENSOR_BYTES`).
"""

import statistics
import time
from collections.abc import Iterator
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
HEAD = f"{'ms':60} {'p50':>8} {'p95':>8} {'n':>5}  diagnosis"


def ninety_fifth(milliseconds: list[float]) -> float:
    return statistics.quantiles(milliseconds, n=20, method="inclusive")[18]


def test_exercises_of_usual_size(sandbox: Sandbox, library: Library) -> None:
    print(f"\n{HEAD}")
    worst = 0.0
    for exercise in (item for pack in library.packs for item in pack.items() if isinstance(item, Exercise)):
        taken = list(verdicts(exercise, sandbox))
        p95 = ninety_fifth(taken)
        worst = max(worst, p95)
        print(f"{exercise.id:60} {statistics.median(taken):8.2f} {p95:8.2f} {len(taken):5}")
    print(f"{'the slowest exercise':60} {'':8} {worst:8.2f}")


def verdicts(exercise: Exercise, sandbox: Sandbox) -> Iterator[float]:
    """Judge the solution and each mistake, and give the milliseconds of each verdict."""
    expectations = read_expectations(exercise.folder)
    codes = [exercise.solution, *(mistake.code for mistake in exercise.mistakes)]
    runs = [(code, run_variants(exercise, code, sandbox)) for code in codes]
    for turn in range(TIMES):
        for code, outcomes in runs:
            # What is remembered of an exercise's own programs must not be of a learner's.
            new = f"{code}\n# {turn}\n"
            started = time.perf_counter()
            judge(exercise, expectations, outcomes, new)
            yield (time.perf_counter() - started) * 1000


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
    told = "" if finding is None else str(finding.diagnosis)
    taken = []
    for _ in range(TIMES):
        started = time.perf_counter()
        compare(check, one, other)
        taken.append((time.perf_counter() - started) * 1000)
    print(f"{name:60} {statistics.median(taken):8.2f} {ninety_fifth(taken):8.2f} {TIMES:5}  {told}")


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
