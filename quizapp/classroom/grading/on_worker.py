"""What runs in a worker of a Dask cluster: a sandbox for all its jobs, and the judging of one."""

from typing import ClassVar

from distributed import Worker, WorkerPlugin, get_worker

from quizapp import __version__
from quizapp.classroom.grading.jobs import Job, Kits
from quizapp.classroom.grading.judged import Judged, judge_code
from quizapp.sandbox.isolation import probe_isolation
from quizapp.sandbox.sandbox import Sandbox, SandboxUnavailable


class Bench(WorkerPlugin):
    """Sets a worker up: a sandbox, opened there, and the exercises with their expectations."""

    name: ClassVar[str] = "quizapp"

    def __init__(self, kits: Kits) -> None:
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

    @property
    def opened(self) -> Sandbox:
        """The sandbox of this worker."""
        assert self.sandbox is not None
        return self.sandbox


def judge_on_worker(job: Job) -> Judged:
    """Judge one job in this worker's sandbox.

    Raises:
        RuntimeError: if nothing can be run here.
    """
    bench = _bench()
    kit = bench.kits[job.item]
    try:
        return judge_code(job.code, kit.exercise, kit.expectations, bench.opened)
    except SandboxUnavailable as error:
        # Its own message does not travel.
        raise RuntimeError(str(error)) from None


def enforced_on_worker() -> bool:
    """Tell whether this worker blocks everything while code runs."""
    return probe_isolation(_bench().opened).level == "full"


def _bench() -> Bench:
    bench = get_worker().plugins[Bench.name]
    assert isinstance(bench, Bench)
    return bench
