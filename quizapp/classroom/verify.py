"""Verifies a pack: right solutions pass, wrong ones fail with their own feedback, answers are true, texts all there."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from typing import Final

from msgspec import Struct

from quizapp.classroom.answers import check_answers
from quizapp.classroom.concepts import untitled_concepts
from quizapp.classroom.languages import missing_texts
from quizapp.classroom.predictions import check_predictions
from quizapp.classroom.record import torch_of
from quizapp.classroom.rendering import faults_of_texts
from quizapp.judging.expectations import Expectations, ExpectationsError, read_expectations
from quizapp.judging.mistakes import ambiguous_mistakes
from quizapp.judging.verdict import Verdict
from quizapp.message import Message, message
from quizapp.packs.model import Exercise, Item, ItemId, Pack, Question
from quizapp.practice import judge_against
from quizapp.sandbox.sandbox import Sandbox
from quizapp.wording import Wording
from quizapp.wording.findings import finding_sentence
from quizapp.wording.outcomes import outcome_sentence

SEEDS: Final = 10
"""With how many seeds each right program is run: a verdict that depends on chance would fail somebody some day."""


class Complaint(Struct, frozen=True):
    """One thing in a pack that does not hold, and what its author can do."""

    item: ItemId
    says: Message


class Verification(Struct, frozen=True):
    """What verifying a pack gave. `attempts` counts how often a program was run and judged."""

    complaints: tuple[Complaint, ...]
    items: int
    attempts: int


def verify_pack(
    pack: Pack,
    sandbox: Sandbox,
    wording: Wording,
    *,
    at_once: int = 1,
    seeds: int = SEEDS,
    on_progress: Callable[[int, int], None] | None = None,
) -> Verification:
    """Verify every item, with `at_once` programs at a time; `on_progress` is told how many items of all are done.

    Each right program is run with this many seeds. What a verdict found is quoted in the language of `wording`.
    """
    items = pack.items()
    found: dict[ItemId, tuple[int, tuple[Complaint, ...]]] = {}
    # Whoever looks after an item only waits for its programs, so that even the last one has all cores.
    with ThreadPoolExecutor(at_once) as programs, ThreadPoolExecutor(at_once) as pool:
        bench = _Bench(sandbox, programs, seeds, wording)
        waiting = {pool.submit(_verify_item, item, pack, bench): item.id for item in items}
        for done, future in enumerate(as_completed(waiting), start=1):
            found[waiting[future]] = future.result()
            if on_progress is not None:
                on_progress(done, len(items))
    complaints = tuple(complaint for item in items for complaint in found[item.id][1])
    return Verification(complaints, len(items), sum(attempts for attempts, _ in found.values()))


@dataclass(frozen=True)
class _Bench:
    """What judges programs: where they run, how many at a time, how often, and whose words tell what was found."""

    sandbox: Sandbox
    programs: Executor
    seeds: int
    wording: Wording


@dataclass(frozen=True)
class _Trial:
    """One exercise on the bench."""

    exercise: Exercise
    expectations: Expectations
    bench: _Bench

    def verdicts(self, code: str, seeds: int) -> Iterator[Verdict]:
        """Judge the program with each of the seeds from 0; the verdicts are in their order."""
        return self.bench.programs.map(lambda seed: self._verdict(code, seed), range(seeds))

    def _verdict(self, code: str, seed: int) -> Verdict:
        return judge_against(self.expectations, self.exercise, code, self.bench.sandbox, seed=seed)

    def why(self, verdict: Verdict) -> str:
        """Return what the first finding of a verdict says, or how its run ended."""
        wording, seconds = self.bench.wording, self.exercise.limits.seconds
        if verdict.findings:
            return finding_sentence(verdict.findings[0], wording).rstrip(".。")
        return outcome_sentence(verdict.outcome, wording, seconds_allowed=seconds).rstrip(".。")


def _verify_item(item: Item, pack: Pack, bench: _Bench) -> tuple[int, tuple[Complaint, ...]]:
    found = [*missing_texts(item, pack), *untitled_concepts(item, pack), *faults_of_texts(item)]
    attempts = 0
    if isinstance(item, Exercise):
        attempts = bench.seeds * (1 + len(item.alternatives)) + 1 + len(item.mistakes)
        found += _verify_exercise(item, bench)
    elif isinstance(item, Question) and item.code is not None:
        attempts = 1
        found += check_answers(item, bench.sandbox)
    return attempts, tuple(Complaint(item.id, says) for says in found)


def _verify_exercise(exercise: Exercise, bench: _Bench) -> Iterator[Message]:
    try:
        trial = _Trial(exercise, read_expectations(exercise.folder), bench)
        yield from _right_ones_pass(trial)
        yield from _wrong_ones_fail(trial)
        yield from check_predictions(exercise, bench.sandbox)
        for one, other in ambiguous_mistakes(exercise, trial.expectations):
            yield message(
                "The mistakes {one} and {other} can't be told apart; add `uses` or `lacks`, or a check that differs.",
                one=one,
                other=other,
            )
    except ExpectationsError as error:
        yield error.says


def _right_ones_pass(trial: _Trial) -> Iterator[Message]:
    exercise = trial.exercise
    if failed := _failed_verdict(exercise.solution, trial):
        yield (
            _on_other_seeds("solution.py", *failed)
            or _of_another_torch(failed[1], trial)
            or message("The solution does not pass: {why}. Record it again or mend it.", why=failed[1])
        )
    for alternative in exercise.alternatives:
        if failed := _failed_verdict(alternative.code, trial):
            yield _on_other_seeds(f"alternatives/{alternative.name}.py", *failed) or message(
                "The alternative {name} does not pass: {why}. Are the checks too strict?",
                name=alternative.name,
                why=failed[1],
            )


def _failed_verdict(code: str, trial: _Trial) -> tuple[int, str] | None:
    """Return the first seed with which a right program does not pass, and why; None if it passes with each."""
    verdicts = enumerate(trial.verdicts(code, trial.bench.seeds))
    return next(((seed, trial.why(verdict)) for seed, verdict in verdicts if not verdict.passed), None)


def _on_other_seeds(file: str, seed: int, why: str) -> Message | None:
    """Return what to say of a program that passes with the seed that learners have."""
    if seed == 0:
        return None
    return message(
        "{file} passes, but not with the seed {seed}: {why}. Let no check look at what depends on chance.",
        file=file,
        seed=seed,
        why=why,
    )


def _of_another_torch(why: str, trial: _Trial) -> Message | None:
    """Return what to say of a solution that fails if its expectations were recorded by another version of torch."""
    recorded, here = trial.expectations.torch, torch_of(trial.bench.sandbox)
    if recorded == here:
        return None
    return message(
        "The solution does not pass: {why}. It was recorded with torch {recorded}, and this is torch {here}: record it"
        " again, and look at what differs.",
        why=why,
        recorded=recorded,
        here=here,
    )


def _wrong_ones_fail(trial: _Trial) -> Iterator[Message]:
    (of_starter,) = trial.verdicts(trial.exercise.starter, 1)
    if of_starter.passed:
        yield message("The starter passes every check. Leave something to do, or add a check.")
    for mistake in trial.exercise.mistakes:
        (verdict,) = trial.verdicts(mistake.code, 1)
        if verdict.passed:
            yield message("The mistake {name} passes every check. Add a check that it fails.", name=mistake.name)
        elif verdict.mistake is None:
            yield message(
                "The mistake {name} fails as it should and is not recognised: {why}. Record again; if it differs from"
                " run to run, add `uses` or another check.",
                name=mistake.name,
                why=trial.why(verdict),
            )
        elif verdict.mistake.feedback != mistake.feedback:
            yield message(
                "The mistake {name} is taken for {other}. Record again, or add `uses`, `lacks` or a check.",
                name=mistake.name,
                other=verdict.mistake.name,
            )
