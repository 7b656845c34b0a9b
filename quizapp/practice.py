"""One attempt from code to verdict: the one path that the app, the command line, verifying and grading share."""

from concurrent.futures import ThreadPoolExecutor
from typing import Final

import msgspec

from quizapp.judging.bindings import names_bound_by
from quizapp.judging.expectations import Expectations, read_expectations
from quizapp.judging.judge import judge, observed_expressions
from quizapp.judging.predictions import predicted_expressions
from quizapp.judging.verdict import Verdict
from quizapp.packs.model import Exercise, Variant
from quizapp.sandbox.messages import Outcome, Program, RunLimits
from quizapp.sandbox.observation import ErrorSeen
from quizapp.sandbox.sandbox import Sandbox, Stopper

LOOK_SECONDS: Final = 2.0
"""What a look may take at most, by the clock on the wall."""


def attempt(exercise: Exercise, code: str, sandbox: Sandbox, stopper: Stopper | None = None) -> Verdict:
    """Run the code on every variant and judge what it left behind.

    Raises:
        ExpectationsError: if the exercise's expectations are missing or damaged.
        SandboxUnavailable: if nothing can be run on this machine.
    """
    return judge_against(read_expectations(exercise.folder), exercise, code, sandbox, stopper)


def judge_against(
    expectations: Expectations,
    exercise: Exercise,
    code: str,
    sandbox: Sandbox,
    stopper: Stopper | None = None,
    *,
    seed: int = 0,
) -> Verdict:
    """Like `attempt`, with expectations that were just recorded or are already read, and any seed.

    A learner's code always runs with seed 0; the others show whether a verdict depends on chance.
    """
    return judge(exercise, expectations, run_variants(exercise, code, sandbox, stopper, seed=seed), code)


def run_variants(
    exercise: Exercise, code: str, sandbox: Sandbox, stopper: Stopper | None = None, *, seed: int = 0
) -> dict[str, Outcome]:
    """Run the code on all variants at a time, each in a process of its own; outcomes by the variant's name."""
    observe = observed_expressions(exercise)

    def run(variant: Variant) -> Outcome:
        return sandbox.run(program_for(exercise, variant, code, observe, seed=seed), limits_of(exercise), stopper)

    first, *more = exercise.variants
    with ThreadPoolExecutor(max(1, len(more))) as beside:
        others = [beside.submit(run, variant) for variant in more]
        outcomes = [run(first), *(other.result() for other in others)]
    return {variant.name: outcome for variant, outcome in zip(exercise.variants, outcomes, strict=True)}


def run_once(exercise: Exercise, code: str, sandbox: Sandbox, stopper: Stopper | None = None) -> Outcome:
    """Run the code as the learner sees it: the first variant and what is given, without probe or judging.

    The outcome has a trace, and beside what the exercise's predictions are about it observes what the code's own
    names stand for in the end.
    """
    asked = predicted_expressions(exercise)
    own = tuple(name for name in names_bound_by(code) if name not in asked)
    program = Program(
        code=code,
        given=exercise.given,
        inputs=exercise.variants[0].inputs,
        modules=exercise.modules,
        observe=(*asked, *own),
        trace=True,
    )
    return _without_missing(own, sandbox.run(program, limits_of(exercise), stopper))


def look(exercise: Exercise, code: str, sandbox: Sandbox, stopper: Stopper | None = None) -> Outcome:
    """Run the code for its trace only: the first variant, also the probe, so that what it calls is seen at work.

    It gets at most two seconds. Code that can't be parsed is run like any other, to no purpose: the caller looks first.
    """
    program = msgspec.structs.replace(program_for(exercise, exercise.variants[0], code, ()), trace=True)
    limits = limits_of(exercise)
    return sandbox.run(program, msgspec.structs.replace(limits, seconds=min(limits.seconds, LOOK_SECONDS)), stopper)


def _without_missing(names: tuple[str, ...], outcome: Outcome) -> Outcome:
    """Return the outcome without those of the names that stand for nothing: the code didn't get there."""
    seen = outcome.observations
    gone = {name for name in names if isinstance(error := seen.get(name), ErrorSeen) and error.missing == name}
    kept = {name: value for name, value in seen.items() if name not in gone}
    return msgspec.structs.replace(outcome, observations=kept)


def run_snippet(code: str, sandbox: Sandbox, observe: tuple[str, ...] = (), stopper: Stopper | None = None) -> Outcome:
    """Run a program that stands alone, such as a question's snippet."""
    return sandbox.run(Program(code=code, observe=observe), RunLimits(), stopper)


def program_for(exercise: Exercise, variant: Variant, code: str, observe: tuple[str, ...], *, seed: int = 0) -> Program:
    """Return what one run of this code on this variant executes."""
    return Program(
        code=code,
        given=exercise.given,
        probe=exercise.probe,
        inputs=variant.inputs,
        modules=exercise.modules,
        observe=observe,
        seed=seed,
    )


def limits_of(exercise: Exercise) -> RunLimits:
    """Return what a run of this exercise may use."""
    return RunLimits(seconds=exercise.limits.seconds)
