"""One run on the host's side: take a standby, hand it the program, watch it, say how it ended."""

from typing import Final

from quizapp.sandbox.children import Child
from quizapp.sandbox.control import MAX_JOB_BYTES, Job, with_length
from quizapp.sandbox.endings import outcome_of
from quizapp.sandbox.keeper import Keeper
from quizapp.sandbox.messages import Ending, Outcome, Program, RunLimits
from quizapp.sandbox.server import ServerBroken
from quizapp.sandbox.stopper import Stopper
from quizapp.sandbox.text import encodable
from quizapp.sandbox.watching import Seen, Watch

_TRIES: Final = 3
_DEATH_SECONDS: Final = 1.0


def run_program(keeper: Keeper, program: Program, limits: RunLimits, stopper: Stopper) -> Outcome:
    """Run a program to its end; a child or server that dies of something else is replaced and the run repeated.

    Raises:
        ServerBroken: if no child can be had.
    """
    job = with_length(Job(program=_sendable(program), seconds=limits.seconds, memory_bytes=limits.memory_bytes))
    if len(job) > MAX_JOB_BYTES:
        return Outcome(ending=Ending.REFUSED, detail="the program is too long")
    for _ in range(_TRIES):
        with stopper.watched(keeper.look_again):
            child = keeper.take(stopper)
        if child is None:
            return Outcome(ending=Ending.STOPPED)
        try:
            outcome = _run_on(child, job, program.observe, keeper, limits, stopper)
        finally:
            child.kill()
            child.close()
        if outcome is not None:
            return outcome
    raise ServerBroken("the children were lost again and again")


def _run_on(
    child: Child, job: bytes, observe: tuple[str, ...], keeper: Keeper, limits: RunLimits, stopper: Stopper
) -> Outcome | None:
    """Run on this child; None if the child was lost through no fault of the program."""
    with stopper.watched(child.kill):
        try:
            child.submit(job)
        except OSError:
            return None
        keeper.refill()
        watch = Watch(child, limits)
        seen = watch.run()
        if seen is Seen.NOTHING and not stopper.stopped:
            return None
        exit_code = None
        # What ends a process closes its descriptors first; one that only closed them didn't end.
        if seen is Seen.NO_REPORT and not stopper.stopped and child.gone.wait(_DEATH_SECONDS):
            if child.is_lost:
                return None
            exit_code = child.exit_code
        child.kill()
        return outcome_of(seen, watch, observe, exit_code, stopped=stopper.stopped)


def _sendable(program: Program) -> Program:
    """Return the program with lone surrogates, which UTF-8 can't carry, as escapes."""
    return Program(
        code=encodable(program.code),
        given=encodable(program.given),
        probe=encodable(program.probe),
        inputs={encodable(name): encodable(expression) for name, expression in program.inputs.items()},
        observe=tuple(encodable(expression) for expression in program.observe),
        seed=program.seed,
    )
