"""Prints how long a class of a thousand takes, and how much memory the host uses meanwhile.

The limits: at most 30 s on four cores for a small exercise, and memory that does not grow with the class.
"""

import os
import time
from pathlib import Path

import psutil
import pytest

from quizapp.classroom.grading.grade import grade
from quizapp.classroom.grading.progress import NAME, Progress
from quizapp.packs.model import Pack
from quizapp.sandbox.sandbox import Sandbox
from tests.classroom.grading.sample import HALF, RIGHT, SQUARE, as_files, bench, class_of, hand_in, write_pack

pytestmark = pytest.mark.benchmark

COUNT = 1000


@pytest.fixture
def pack(tmp_path: Path, sandbox: Sandbox) -> Pack:
    return write_pack(tmp_path / "pack", sandbox)


def test_a_class_of_a_thousand(tmp_path: Path, pack: Pack) -> None:
    codes = (RIGHT, SQUARE, HALF)
    hand_in(tmp_path / "class", {f"{n:04}/double.py": f"# {n}\n{codes[n % len(codes)]}" for n in range(COUNT)})
    host, megabytes = psutil.Process(), {}

    def remember(done: int, of: int) -> None:
        if done in (1, of // 2, of):
            megabytes[done] = host.memory_info().rss >> 20

    with bench(os.cpu_count() or 1) as judge_all, Progress(tmp_path / NAME) as progress:
        started = time.perf_counter()
        graded = grade(pack, class_of(tmp_path / "class", pack), progress, judge_all, remember)
        judged = time.perf_counter()
    as_files(graded.table)

    print(f"\n{COUNT} submissions with two variants each: {judged - started:.1f} s; MiB of the host: {megabytes}")
    print(f"tables and report: {time.perf_counter() - judged:.2f} s")
    assert COUNT == graded.new
