"""Programs in short, for the tests of this room."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quizapp.sandbox.messages import Outcome, Program, RunLimits
from quizapp.sandbox.sandbox import Sandbox


@pytest.fixture
def folder_of_temporary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the sandboxes of this test make their scratch folders: there and nowhere else."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    yield tmp_path


@pytest.fixture
def run(sandbox: Sandbox) -> Callable[..., Outcome]:
    """Run code: `run("x = 1", "x", seconds=1.0, probe="…")`."""

    def run_code(code: str, *observe: str, seconds: float = 20.0, **more: object) -> Outcome:
        return sandbox.run(Program(code=code, observe=observe, **more), RunLimits(seconds=seconds))  # type: ignore[arg-type]

    return run_code
