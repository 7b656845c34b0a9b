"""One pool of processes for all tests that don't harm it: each run costs the start of a process."""

from collections.abc import Callable, Iterator

import pytest

from quizapp.sandbox.messages import Outcome, Program, RunLimits
from quizapp.sandbox.sandbox import Sandbox
from quizapp.sandbox.way import Way


@pytest.fixture(scope="session")
def pool() -> Iterator[Sandbox]:
    """A sandbox that has its processes in a pool; two are warmed up at a time, since tests take them quickly."""
    with Sandbox(way=Way.POOL, standbys=2) as running:
        yield running


@pytest.fixture
def run(pool: Sandbox) -> Callable[..., Outcome]:
    """Run code: `run("x = 1", "x", seconds=1.0)`."""

    def run_code(code: str, *observe: str, seconds: float = 20.0, memory_bytes: int = 1 << 30) -> Outcome:
        return pool.run(Program(code=code, observe=observe), RunLimits(seconds=seconds, memory_bytes=memory_bytes))

    return run_code
