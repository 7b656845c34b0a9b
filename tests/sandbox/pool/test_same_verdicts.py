"""Both ways of running see the same: what holds on Linux holds on the other systems."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from msgspec.structs import replace

from quizapp.judging.verdict import Verdict
from quizapp.packs.library import Library
from quizapp.packs.model import Exercise
from quizapp.practice import attempt, run_variants
from quizapp.sandbox.messages import Outcome
from quizapp.sandbox.sandbox import Sandbox


def exercises_of(library: Library, lesson: str) -> list[Exercise]:
    items = (item for pack in library.packs for item in pack.items())
    return [item for item in items if isinstance(item, Exercise) and f"/{lesson}/" in item.id]


def test_the_same_numbers_are_observed(library: Library, sandbox: Sandbox, pool: Sandbox) -> None:
    exercise = library.find("pytorch-essentials/freezing/the-freeze-then-thaw-schedule")
    assert isinstance(exercise, Exercise)
    by_way = [run_variants(exercise, exercise.solution, way) for way in (sandbox, pool)]
    forked, pooled = ({name: outcome.observations for name, outcome in runs.items()} for runs in by_way)

    assert forked == pooled


@pytest.mark.slow
def test_a_lesson_has_the_same_verdicts(library: Library, sandbox: Sandbox, pool: Sandbox) -> None:
    tried = [
        (exercise, code)
        for exercise in exercises_of(library, "freezing")
        for code in (exercise.solution, exercise.starter, *(mistake.code for mistake in exercise.mistakes))
    ]

    def verdicts(way: Sandbox) -> list[Verdict]:
        with ThreadPoolExecutor(os.cpu_count()) as threads:
            return list(threads.map(lambda each: without_measures(attempt(each[0], each[1], way)), tried))

    assert len(tried) > 40
    assert verdicts(sandbox) == verdicts(pool)


def without_measures(verdict: Verdict) -> Verdict:
    """Return the verdict without what differs between any two runs."""
    runs = {name: unmeasured(outcome) for name, outcome in verdict.runs.items()}
    return replace(verdict, outcome=unmeasured(verdict.outcome), runs=runs)


def unmeasured(outcome: Outcome) -> Outcome:
    """Return the outcome without its times and its memory."""
    return replace(outcome, seconds=0.0, cpu_seconds=0.0, peak_bytes=0)
