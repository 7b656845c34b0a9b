"""What fails through the machine's fault is tried again, with less beside it; what is left over is not kept."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from quizapp.classroom.grading.judges.here import judging_here
from quizapp.classroom.grading.judges.jobs import Job, JudgeAll, Judgements, Kits, Pace
from quizapp.classroom.grading.results.telling import row_sentence
from quizapp.message import message
from quizapp.packs.model import Pack
from quizapp.sandbox.messages import Outcome, Program, RunLimits
from quizapp.sandbox.sandbox import Sandbox, SandboxUnavailable, Stopper
from tests.classroom.grading.sample import (
    ENGLISH,
    HALF,
    HOSTILE,
    RIGHT,
    SQUARE,
    as_files,
    class_of,
    grade_class,
    hand_in,
)

FILES: dict[str, str | bytes] = {"ann/double.py": RIGHT, "bob/double.py": SQUARE, "cem/double.py": HALF}


class Hindered(Sandbox):
    """Runs in another sandbox; the first runs of each program go wrong, as they do on a machine in trouble.

    Attributes:
        runs: how often each program was run.
    """

    def __init__(self, sandbox: Sandbox, first: int) -> None:
        super().__init__()
        self.runs: dict[str, int] = {}
        self._sandbox = sandbox
        self._first = first

    def run(self, program: Program, limits: RunLimits | None = None, stopper: Stopper | None = None) -> Outcome:
        """Run a program, or hinder it."""
        known = f"{program.inputs} {program.code}"
        self.runs[known] = self.runs.get(known, 0) + 1
        limits = limits or RunLimits()
        if program.code and self.runs[known] <= self._first:
            return self.hinder(program, limits)
        return self._sandbox.run(program, limits, stopper)

    def hinder(self, program: Program, limits: RunLimits) -> Outcome:
        """Do what goes wrong."""
        raise NotImplementedError


class Busy(Hindered):
    """Somebody else has the processor until the time is up."""

    def hinder(self, program: Program, limits: RunLimits) -> Outcome:
        """Give the program no time."""
        return self._sandbox.run(program, replace(limits, seconds=0.0))


class Dying(Hindered):
    """Its processes die."""

    def hinder(self, program: Program, limits: RunLimits) -> Outcome:
        """Say what the sandbox says once it has tried often enough."""
        raise SandboxUnavailable(message("The children were lost."))


class Stumbling(Hindered):
    """Something in judging fails."""

    def hinder(self, program: Program, limits: RunLimits) -> Outcome:
        """Fail as nothing should."""
        raise SystemError("odd")


def noting(judge_all: JudgeAll, rounds: list[tuple[Pace, int]]) -> JudgeAll:
    """Return what judges likewise, and notes each round with its number of jobs."""

    def judge(jobs: Iterator[Job], kits: Kits, pace: Pace) -> Judgements:
        handed = list(jobs)
        rounds.append((pace, len(handed)))
        yield from judge_all(iter(handed), kits, pace)

    return judge


@pytest.mark.parametrize(("kind", "first"), [(Busy, 1), (Dying, 2), (Stumbling, 2)])
def test_what_a_machine_in_trouble_hindered_is_graded_as_on_a_quiet_one(
    kind: type[Hindered], first: int, tmp_path: Path, pack: Pack, sandbox: Sandbox
) -> None:
    of_class = class_of(hand_in(tmp_path / "class", FILES), pack)

    quiet = grade_class(of_class, pack, tmp_path / "quiet", judging_here(sandbox, 2))
    with kind(sandbox, first) as hindered:
        graded = grade_class(of_class, pack, tmp_path / "out", judging_here(hindered, 2))

    assert as_files(quiet.table) == as_files(graded.table)


def test_endless_code_gets_a_second_chance_and_no_third(tmp_path: Path, pack: Pack, sandbox: Sandbox) -> None:
    of_class = class_of(hand_in(tmp_path / "class", {**FILES, "dan/double.py": HOSTILE["loops"]}), pack)
    rounds: list[tuple[Pace, int]] = []

    graded = grade_class(of_class, pack, tmp_path / "out", noting(judging_here(sandbox, 2), rounds))
    again = grade_class(of_class, pack, tmp_path / "out", noting(judging_here(sandbox, 2), rounds))

    assert [(Pace.FULL, 4), (Pace.CALM, 1)] == rounds
    assert (4, "timed_out", 0) == (graded.new, graded.table.rows[3].outcome, again.new)


def test_what_can_not_be_judged_in_any_round_is_told_and_tried_again_by_the_next_command(
    tmp_path: Path, pack: Pack, sandbox: Sandbox
) -> None:
    of_class = class_of(hand_in(tmp_path / "class", FILES), pack)
    rounds: list[tuple[Pace, int]] = []

    with Dying(sandbox, 3) as dying:
        broken = grade_class(of_class, pack, tmp_path / "out", noting(judging_here(dying, 2), rounds))
    mended = grade_class(of_class, pack, tmp_path / "out", judging_here(sandbox, 2))

    assert [(Pace.FULL, 3), (Pace.CALM, 3), (Pace.ALONE, 3)] == rounds
    assert {
        "Judging itself failed (SandboxUnavailable: The children were lost.). "
        "Look at the code, and run the command again."
    } == {row_sentence(row, ENGLISH) for row in broken.table.rows}
    assert (3, [4.0, 1.0, 3.5]) == (mended.new, [row.points for row in mended.table.rows])


def test_where_nothing_can_be_run_the_class_stops_with_a_sentence(tmp_path: Path, pack: Pack) -> None:
    closed = Sandbox()
    closed.close()

    with pytest.raises(SandboxUnavailable, match="The sandbox is closed"):
        grade_class(class_of(hand_in(tmp_path / "class", FILES), pack), pack, tmp_path / "out", judging_here(closed, 2))


def test_a_sandbox_that_is_killed_half_way_changes_no_row(tmp_path: Path, pack: Pack, sandbox: Sandbox) -> None:
    files: dict[str, str | bytes] = {f"{n}/double.py": f"# {n}\n{(RIGHT, SQUARE, HALF)[n % 3]}" for n in range(12)}
    of_class = class_of(hand_in(tmp_path / "class", files), pack)

    whole = grade_class(of_class, pack, tmp_path / "whole", judging_here(sandbox, 2))
    with Sandbox(standbys=2, in_bulk=True) as killed:

        def killing(jobs: Iterator[Job], kits: Kits, pace: Pace) -> Judgements:
            for done, judged in enumerate(judging_here(killed, 2)(jobs, kits, pace)):
                yield judged
                if done == 5:
                    os.kill(killed.process_ids()[0], signal.SIGKILL)

        broken = grade_class(of_class, pack, tmp_path / "broken", killing)

    assert as_files(whole.table) == as_files(broken.table)
