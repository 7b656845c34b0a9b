"""What runs in a worker of a Dask cluster: a sandbox for all its jobs, and the judging of one."""

from typing import TypeAlias
from uuid import uuid4

from distributed import Worker, WorkerPlugin, get_worker

from quizapp import __version__
from quizapp.classroom.grading.judges.jobs import Job, Kits
from quizapp.classroom.grading.judges.judged import Judged, judge_code
from quizapp.judging.expectations import ExpectationsError
from quizapp.message import Message
from quizapp.practice import run_snippet
from quizapp.sandbox.isolation import probe_isolation
from quizapp.sandbox.sandbox import Sandbox, SandboxUnavailable

Answer: TypeAlias = Judged | Message
"""What comes of a job; a message says why nothing for its exercise can be judged, anywhere."""


class Unfit(Exception):
    """A worker can't judge, at least not now. Made of two texts, so that it travels."""

    def __init__(self, worker: str, reason: str) -> None:
        super().__init__(worker, reason)
        self.worker = worker
        self.reason = reason

    def __str__(self) -> str:
        return self.reason


class Bench(WorkerPlugin):
    """Sets a worker up: a sandbox, opened there, and the exercises with their expectations.

    Attributes:
        name: of this bench alone: others may grade on the same cluster.
    """

    def __init__(self, kits: Kits) -> None:
        self.name = f"quizapp-{uuid4().hex}"
        self.kits = kits
        self.version = __version__
        self.sandbox: Sandbox | None = None

    def setup(self, worker: Worker) -> None:
        """Begin to warm up; the first job waits for it.

        Raises:
            RuntimeError: if this worker has another version of quizapp.
        """
        if self.version != __version__:
            raise RuntimeError(f"it has quizapp {__version__}, and {self.version} is wanted")
        self.sandbox = Sandbox(standbys=worker.state.nthreads, in_bulk=True)
        self.sandbox.start()

    def teardown(self, worker: Worker) -> None:
        """End all runs."""
        if self.sandbox is not None:
            self.sandbox.close()


def judge_on_worker(job: Job, bench_name: str) -> Answer:
    """Judge one job in this worker's sandbox.

    Raises:
        Unfit: if nothing can be run here.
    """
    bench, sandbox = _bench(bench_name)
    kit = bench.kits[job.item]
    try:
        return judge_code(job.code, kit.exercise, kit.expectations, sandbox)
    except ExpectationsError as error:
        return error.says
    except SandboxUnavailable as error:
        raise _unfit(str(error)) from None


def insist_on_worker(bench_name: str) -> None:
    """Run a program that does nothing in this worker's sandbox.

    Raises:
        Unfit: if that is not possible.
    """
    _, sandbox = _bench(bench_name)
    try:
        run_snippet("", sandbox)
    except SandboxUnavailable as error:
        raise _unfit(str(error)) from None


def enforced_on_worker(bench_name: str) -> bool:
    """Tell whether this worker blocks everything while code runs."""
    _, sandbox = _bench(bench_name)
    return probe_isolation(sandbox).level == "full"


def _bench(name: str) -> tuple[Bench, Sandbox]:
    """Return this worker's bench and its sandbox; a worker that came late may have none yet, or could not be set up."""
    bench = get_worker().plugins.get(name)
    if not isinstance(bench, Bench) or bench.sandbox is None:
        raise _unfit("it was not set up")
    return bench, bench.sandbox


def _unfit(reason: str) -> Unfit:
    return Unfit(str(get_worker().address), reason)
