"""Prints how long a class of a thousand takes, what of the processor it takes, and how much memory the host uses.

The limits: at most 30 s on four cores for a small exercise, and memory that does not grow with the class. Where others
work on the same machine only the processor's time tells: four cores give 120 s of it in those 30 s.
"""

import os
import time
from pathlib import Path

import psutil
import pytest
from msgspec.structs import replace

from quizapp.classroom.grading.grade import grade
from quizapp.classroom.grading.judges.here import judging_here
from quizapp.classroom.grading.judges.progress import NAME, Progress
from quizapp.packs.model import Exercise, Pack
from quizapp.sandbox.sandbox import Sandbox
from tests.classroom.grading.sample import HALF, RIGHT, SQUARE, as_files, class_of, hand_in, write_pack

pytestmark = pytest.mark.benchmark

COUNT = 1000


@pytest.fixture
def pack(tmp_path: Path, sandbox: Sandbox) -> Pack:
    return write_pack(tmp_path / "pack", sandbox)


@pytest.mark.parametrize("variants", [1, 2])
def test_a_class_of_a_thousand(tmp_path: Path, pack: Pack, variants: int) -> None:
    codes = (RIGHT, SQUARE, HALF)
    hand_in(tmp_path / "class", {f"{n:04}/double.py": f"# {n}\n{codes[n % len(codes)]}" for n in range(COUNT)})
    pack, cores = with_variants(pack, variants), os.cpu_count() or 1
    host, megabytes = psutil.Process(), {}

    def remember(done: int, of: int) -> None:
        if done in (1, of // 2, of):
            megabytes[done] = host.memory_info().rss >> 20

    with Sandbox(standbys=cores, in_bulk=True) as sandbox, Progress(tmp_path / NAME) as progress:
        sandbox.wait_until_ready()
        server = psutil.Process(sandbox.process_ids()[0])
        started, used = time.perf_counter(), processor_seconds(host, server)
        of_class = class_of(tmp_path / "class", pack)
        graded = grade(pack, of_class, progress, judging_here(sandbox, cores), remember)
        seconds, used = time.perf_counter() - started, processor_seconds(host, server) - used
    judged = time.perf_counter()
    as_files(graded.table)

    print(f"\n{COUNT} submissions, {variants} variant(s) each: {seconds:.1f} s, {COUNT / seconds:.0f} a second")
    print(f"of the processor {used:.1f} s, {1000 * used / COUNT:.0f} ms for each; MiB of the host: {megabytes}")
    print(f"tables and report: {time.perf_counter() - judged:.2f} s")
    assert COUNT == graded.new


def with_variants(pack: Pack, count: int) -> Pack:
    """Return the pack with so many variants of its first exercise."""
    first, *more = pack.lessons[0].items
    assert isinstance(first, Exercise)
    lesson = replace(pack.lessons[0], items=(replace(first, variants=first.variants[:count]), *more))
    return replace(pack, lessons=(lesson, *pack.lessons[1:]))


def processor_seconds(host: psutil.Process, server: psutil.Process) -> float:
    """Return what this process, the sandbox's server and all its children that ended have used."""
    own, theirs = host.cpu_times(), server.cpu_times()
    return sum((own.user, own.system, theirs.user, theirs.system, theirs.children_user, theirs.children_system))
