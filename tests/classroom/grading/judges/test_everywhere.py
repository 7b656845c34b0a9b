"""However and wherever a class is graded, its tables are the same."""

import json
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import LocalCluster

from quizapp.classroom.grading.judges.cluster import connected
from quizapp.classroom.grading.judges.here import judging_here
from quizapp.classroom.grading.judges.jobs import Job, JudgeAll, Judgements, Kits, Pace
from quizapp.message import SaysError
from quizapp.packs.model import Pack
from quizapp.sandbox.sandbox import Sandbox
from tests.classroom.grading.sample import (
    HALF,
    HOSTILE,
    RIGHT,
    SQUARE,
    STARTER,
    as_files,
    bench,
    class_of,
    grade_class,
    hand_in,
    large_class,
)

CORES = os.cpu_count() or 1

DOZEN = (
    RIGHT,
    SQUARE,
    HALF,
    STARTER,
    "y = = x\n",
    "y = 2 * x\n",
    *(HOSTILE[name] for name in ("leaves", "crashes", "floods", "kills its parent", "breaks the rule", "says HTML")),
)


@pytest.fixture
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(n_workers=2, threads_per_worker=2, processes=True, dashboard_address=":0") as running:
        yield running


def killing_half_way(judge_all: JudgeAll, cluster: LocalCluster, count: int) -> JudgeAll:
    """Return what judges likewise, and ends a worker without a word when half is done."""

    def judge(jobs: Iterator[Job], kits: Kits, pace: Pace) -> Judgements:
        for done, judged in enumerate(judge_all(jobs, kits, pace), 1):
            yield judged
            if done == count // 2:
                os.kill(next(iter(cluster.workers.values())).process.pid, signal.SIGKILL)

    return judge


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_two_hundred_are_graded_alike_serially_at_once_on_a_cluster_and_with_a_worker_killed(
    tmp_path: Path, pack: Pack, cluster: LocalCluster
) -> None:
    count = 200
    of_class = class_of(large_class(tmp_path / "class", count), pack)
    tables = {}

    def measure(name: str, judge_all: JudgeAll) -> None:
        started = time.monotonic()
        graded = grade_class(of_class, pack, tmp_path / name, judge_all)
        tables[name] = as_files(graded.table)
        print(f"{name}: {graded.new / (time.monotonic() - started):.1f} submissions/s")

    with bench(1) as judge_all:
        measure("serially", judge_all)
    with bench(CORES) as judge_all:
        measure("on all cores", judge_all)
    with connected(cluster.scheduler_address) as connection:
        measure("on a cluster of 2", connection.judge)
    with connected(cluster.scheduler_address) as connection:
        measure("with a worker killed", killing_half_way(connection.judge, cluster, count))

    assert [tables["serially"]] * 4 == list(tables.values())


def test_a_dozen_are_graded_alike_serially_at_once_and_on_a_cluster(
    tmp_path: Path, pack: Pack, sandbox: Sandbox, one_worker: LocalCluster
) -> None:
    files: dict[str, str | bytes] = {f"student {n:02}/double.py": f"# {n}\n{code}" for n, code in enumerate(DOZEN)}
    of_class = class_of(hand_in(tmp_path / "class", files), pack)

    def graded(name: str, judge_all: JudgeAll) -> tuple[bytes, bytes, bytes]:
        return as_files(grade_class(of_class, pack, tmp_path / name, judge_all).table)

    serially = graded("serially", judging_here(sandbox, 1))
    at_once = graded("at once", judging_here(sandbox, CORES))
    with connected(one_worker.scheduler_address) as connection:
        on_cluster = graded("cluster", connection.judge)

    assert [serially] * 2 == [at_once, on_cluster]
    assert [4.0, 1.0, 3.5] == [row["points"] for row in json.loads(serially[1])["rows"][:3]]


def test_where_no_cluster_is_one_sentence_says_so() -> None:
    with pytest.raises(SaysError, match="There is no Dask cluster at 127"), connected("127.0.0.1"):
        pass
