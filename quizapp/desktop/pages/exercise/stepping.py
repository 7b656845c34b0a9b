"""A traced run, step by step: what was noted beside each line and which names had which values by then. Knows no Qt."""

from quizapp.sandbox.observation import Observation
from quizapp.sandbox.trace import LineSeen, MadeSeen, TraceSeen


def lines_after(trace: TraceSeen, steps: int | None) -> tuple[LineSeen, ...]:
    """Return what each line had made, and how often it had run, after so many steps; None means in the end."""
    if steps is None:
        return trace.lines
    times: dict[int, int] = {}
    made: dict[int, tuple[MadeSeen, ...]] = {}
    for step in trace.steps[:steps]:
        times[step.line] = times.get(step.line, 0) + 1
        made[step.line] = step.made
    return tuple(LineSeen(line=line, times=times[line], made=made[line]) for line in sorted(times))


def values_after(trace: TraceSeen, steps: int | None) -> dict[str, Observation]:
    """Return each name that could be seen from the line of the last step, with the value that it had then.

    Args:
        trace: of a run.
        steps: how many of its steps; None means all that were kept.

    Names of a function that has ended by then are not among them.
    """
    scopes: list[dict[str, Observation]] = [{}]
    for step in trace.steps[:steps]:
        del scopes[step.depth + 1 :]
        while len(scopes) <= step.depth:
            scopes.append({})
        scopes[step.depth].update((made.name, made.value) for made in step.made)
    return {name: value for scope in scopes for name, value in scope.items()}


def line_of_step(trace: TraceSeen, steps: int | None) -> int | None:
    """Return the line that ran last after so many steps, None in the end or before the first."""
    return trace.steps[steps - 1].line if steps else None
