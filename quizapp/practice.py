"""One attempt from code to verdict: the one path that the app, the command line, verifying and grading share."""

from concurrent.futures import ThreadPoolExecutor

from quizapp.judging.expectations import Expectations, read_expectations
from quizapp.judging.judge import judge, observed_expressions
from quizapp.judging.verdict import Verdict
from quizapp.packs.model import Exercise, Variant
from quizapp.sandbox.messages import Outcome, Program, RunLimits
from quizapp.sandbox.sandbox import Sandbox, Stopper


def attempt(exercise: Exercise, code: str, sandbox: Sandbox, stopper: Stopper | None = None) -> Verdict:
    """Run the code on every variant and judge what it left behind.

    Raises:
        ExpectationsError: if the exercise's expectations are missing or damaged.
        SandboxUnavailable: if nothing can be run on this machine.
    """
    return judge_against(read_expectations(exercise.folder), exercise, code, sandbox, stopper)


def judge_against(
    expectations: Expectations, exercise: Exercise, code: str, sandbox: Sandbox, stopper: Stopper | None = None
) -> Verdict:
    """Like `attempt`, with expectations that were just recorded or are already read."""
    return judge(exercise, expectations, run_variants(exercise, code, sandbox, stopper), code)


def run_variants(exercise: Exercise, code: str, sandbox: Sandbox, stopper: Stopper | None = None) -> dict[str, Outcome]:
    """Run the code on all variants at a time, each in a process of its own; outcomes by the variant's name."""
    observe = observed_expressions(exercise)

    def run(variant: Variant) -> Outcome:
        return sandbox.run(program_for(exercise, variant, code, observe), limits_of(exercise), stopper)

    first, *more = exercise.variants
    with ThreadPoolExecutor(max(1, len(more))) as beside:
        others = [beside.submit(run, variant) for variant in more]
        outcomes = [run(first), *(other.result() for other in others)]
    return {variant.name: outcome for variant, outcome in zip(exercise.variants, outcomes, strict=True)}


def run_once(exercise: Exercise, code: str, sandbox: Sandbox, stopper: Stopper | None = None) -> Outcome:
    """Run the code as the learner sees it: the first variant and what is given, without probe or judging."""
    variant = exercise.variants[0]
    program = Program(code=code, given=exercise.given, inputs=variant.inputs)
    return sandbox.run(program, limits_of(exercise), stopper)


def run_snippet(code: str, sandbox: Sandbox, observe: tuple[str, ...] = (), stopper: Stopper | None = None) -> Outcome:
    """Run a program that stands alone, such as a question's snippet."""
    return sandbox.run(Program(code=code, observe=observe), RunLimits(), stopper)


def program_for(exercise: Exercise, variant: Variant, code: str, observe: tuple[str, ...]) -> Program:
    """Return what one run of this code on this variant executes."""
    return Program(code=code, given=exercise.given, probe=exercise.probe, inputs=variant.inputs, observe=observe)


def limits_of(exercise: Exercise) -> RunLimits:
    """Return what a run of this exercise may use."""
    return RunLimits(seconds=exercise.limits.seconds)
