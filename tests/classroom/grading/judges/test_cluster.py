"""Workers of a Dask cluster die, or can't judge: jobs are handed out anew; where that is of no use, it is said."""

import os
import signal
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest
from distributed import Client, LocalCluster, Status, Worker

from quizapp.classroom.grading.judges import cluster as cluster_module
from quizapp.classroom.grading.judges import handing_out
from quizapp.classroom.grading.judges.cluster import connected
from quizapp.classroom.grading.judges.here import judging_here
from quizapp.classroom.grading.judges.jobs import Job, Judgements, Kit, Kits, Pace
from quizapp.classroom.grading.judges.on_worker import Bench
from quizapp.classroom.grading.submissions.handed_in import Code
from quizapp.judging.expectations import read_expectations
from quizapp.message import SaysError
from quizapp.packs.model import Exercise, Pack
from quizapp.sandbox.isolation import probe_isolation
from quizapp.sandbox.sandbox import Sandbox
from tests.classroom.grading.sample import HALF, RIGHT, SQUARE, as_files, class_of, grade_class, hand_in

COUNT = 9


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What a small class hands in."""
    codes = (RIGHT, SQUARE, HALF)
    return hand_in(tmp_path / "class", {f"{n}/double.py": f"# {n}\n{codes[n % 3]}" for n in range(COUNT)})


def kill_worker(cluster: LocalCluster) -> None:
    os.kill(next(iter(cluster.workers.values())).process.pid, signal.SIGKILL)


def kill_sandbox(cluster: LocalCluster) -> None:
    with Client(cluster.scheduler_address, set_as_default=False) as client:
        client.run(_kill_sandbox)


def _kill_sandbox(dask_worker: Worker) -> None:
    for sandbox in _sandboxes(dask_worker):
        os.kill(sandbox.process_ids()[0], signal.SIGKILL)


def close_sandbox(cluster: LocalCluster) -> None:
    with Client(cluster.scheduler_address, set_as_default=False) as client:
        client.run(_close_sandbox)


def _close_sandbox(dask_worker: Worker) -> None:
    for sandbox in _sandboxes(dask_worker):
        sandbox.close()


def _sandboxes(worker: Worker) -> list[Sandbox]:
    benches = [plugin for plugin in worker.plugins.values() if isinstance(plugin, Bench)]
    return [bench.sandbox for bench in benches if bench.sandbox is not None]


@pytest.mark.parametrize("harm", [kill_worker, kill_sandbox])
def test_what_dies_half_way_changes_no_row(
    harm: Callable[[LocalCluster], None],
    tmp_path: Path,
    folder: Path,
    pack: Pack,
    sandbox: Sandbox,
    one_worker: LocalCluster,
) -> None:
    of_class = class_of(folder, pack)

    with connected(one_worker.scheduler_address) as cluster:

        def harming(jobs: Iterator[Job], kits: Kits, pace: Pace) -> Judgements:
            for done, judged in enumerate(cluster.judge(jobs, kits, pace)):
                yield judged
                if done == COUNT // 2:
                    harm(one_worker)

        harmed = grade_class(of_class, pack, tmp_path / "harmed", harming)
    whole = grade_class(of_class, pack, tmp_path / "whole", judging_here(sandbox, 2))

    assert as_files(whole.table) == as_files(harmed.table)


def test_where_no_worker_can_run_anything_a_sentence_says_so_and_what_was_judged_is_kept(
    tmp_path: Path, folder: Path, pack: Pack, sandbox: Sandbox, one_worker: LocalCluster
) -> None:
    of_class = class_of(folder, pack)

    with connected(one_worker.scheduler_address) as cluster:

        def closing(jobs: Iterator[Job], kits: Kits, pace: Pace) -> Judgements:
            for done, judged in enumerate(cluster.judge(jobs, kits, pace)):
                yield judged
                if done == 0:
                    close_sandbox(one_worker)

        with pytest.raises(SaysError, match=r"A worker of the cluster can't judge: The sandbox is closed."):
            grade_class(of_class, pack, tmp_path / "out", closing)
    rest = grade_class(of_class, pack, tmp_path / "out", judging_here(sandbox, 2))

    assert COUNT == rest.new + rest.kept
    assert rest.kept >= 1


def test_two_classes_are_graded_on_one_cluster_at_a_time(pack: Pack, one_worker: LocalCluster) -> None:
    exercise = pack.find("sample/first/double")
    assert isinstance(exercise, Exercise)
    kits = {exercise.id: Kit(exercise, read_expectations(exercise.folder))}
    jobs = [Job("right", exercise.id, Code(RIGHT)), Job("square", exercise.id, Code(SQUARE))]

    with connected(one_worker.scheduler_address) as ours, connected(one_worker.scheduler_address) as theirs:
        begun = ours.judge(iter(jobs), kits, Pace.ALONE)
        key, _ = next(begun)
        with_theirs = dict(theirs.judge(iter(jobs), dict(kits), Pace.FULL))
        with_ours = {key, *(key for key, _ in begun)}

    assert {"right", "square"} == with_ours == set(with_theirs)


def test_it_is_known_whether_workers_block_everything(
    tmp_path: Path, folder: Path, pack: Pack, sandbox: Sandbox, one_worker: LocalCluster
) -> None:
    with connected(one_worker.scheduler_address) as cluster:
        before = cluster.is_enforced()
        grade_class(class_of(folder, pack), pack, tmp_path / "out", cluster.judge)
        after = cluster.is_enforced()

    assert (True, probe_isolation(sandbox).level == "full") == (before, after)


def set_status(cluster: LocalCluster, status: str, workers: list[str] | None = None) -> None:
    """Let workers begin jobs or not; without a limit on memory they don't look for themselves."""
    with Client(cluster.scheduler_address, set_as_default=False) as client:
        client.run(_set_status, status, workers=workers)


def _set_status(status: str, dask_worker: Worker) -> None:
    dask_worker.status = Status[status]


@pytest.fixture
def impatience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_module, "_CONNECT_SECONDS", 3)
    monkeypatch.setattr(handing_out, "_LOOK_SECONDS", 0.1)
    monkeypatch.setattr(handing_out, "_PATIENCE_SECONDS", 0.5)


@pytest.mark.usefixtures("impatience")
@pytest.mark.parametrize("done_before", [0, 1])
def test_where_all_workers_stay_paused_a_sentence_says_so(
    done_before: int, tmp_path: Path, folder: Path, pack: Pack, one_worker: LocalCluster
) -> None:
    def pausing(jobs: Iterator[Job], kits: Kits, pace: Pace) -> Judgements:
        judgements = cluster.judge(jobs, kits, pace)
        yield from islice(judgements, done_before)
        set_status(one_worker, "paused")
        yield from judgements

    try:
        with (
            connected(one_worker.scheduler_address) as cluster,
            pytest.raises(SaysError, match="All workers of the Dask cluster are paused, as their memory is full"),
        ):
            grade_class(class_of(folder, pack), pack, tmp_path / "out", pausing)
    finally:
        set_status(one_worker, "running")


@pytest.mark.slow
@pytest.mark.usefixtures("impatience")
def test_what_waits_for_a_paused_worker_is_judged_by_another(
    tmp_path: Path, folder: Path, pack: Pack, sandbox: Sandbox
) -> None:
    of_class = class_of(folder, pack)
    whole = grade_class(of_class, pack, tmp_path / "whole", judging_here(sandbox, 2))

    with (
        LocalCluster(n_workers=2, threads_per_worker=1, memory_limit=0, dashboard_address=":0") as running,
        connected(running.scheduler_address) as cluster,
    ):

        def pausing(jobs: Iterator[Job], kits: Kits, pace: Pace) -> Judgements:
            for done, judged in enumerate(cluster.judge(jobs, kits, pace)):
                yield judged
                if done == 0:
                    set_status(running, "paused", [next(iter(running.workers.values())).worker_address])

        paused = grade_class(of_class, pack, tmp_path / "paused", pausing)

    assert as_files(whole.table) == as_files(paused.table)


class Deadly(Code, frozen=True):
    """Code that ends the worker that unpacks it, as running out of memory would."""

    def __reduce__(self) -> tuple[object, ...]:
        return _end_worker, (os.getpid(), self.text)


def _end_worker(here: int, text: str) -> Deadly:
    if os.getpid() != here:
        os._exit(1)
    return Deadly(text)


@pytest.mark.slow
def test_a_job_of_which_workers_die_is_a_row_of_its_own(pack: Pack, one_worker: LocalCluster) -> None:
    exercise = pack.find("sample/first/double")
    assert isinstance(exercise, Exercise)
    kits = {exercise.id: Kit(exercise, read_expectations(exercise.folder))}
    jobs = [Job("deadly", exercise.id, Deadly("")), Job("right", exercise.id, Code(RIGHT))]

    with connected(one_worker.scheduler_address) as cluster:
        judged = dict(cluster.judge(iter(jobs), kits, Pace.ALONE))

    assert {"deadly": "not_judged", "right": "finished"} == {key: each.outcome for key, each in judged.items()}
