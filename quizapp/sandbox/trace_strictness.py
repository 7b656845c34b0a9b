"""What the schema can't say about a trace: counts, places, names; and the observations in it, as they travel."""

from collections.abc import Iterator
from typing import Final

from quizapp.sandbox.observation import Observation
from quizapp.sandbox.strictness import MAX_LENGTH, Unreadable
from quizapp.sandbox.text import readable
from quizapp.sandbox.trace import MOST_SERIES_VALUES, LineSeen, SeriesSeen, StepSeen, TraceSeen

_Part = LineSeen | StepSeen | SeriesSeen
_MAX_DEPTH: Final = 10_000
_MAX_NAME: Final = 400


def check_trace(trace: TraceSeen | None, *, asked_for: bool) -> None:
    """Check what stands in a trace beside the observations.

    Raises:
        Unreadable: if it is not as an honest worker sends it, or nobody asked for one.
    """
    if trace is None:
        return
    _need(asked_for, "a trace that nobody asked for")
    parts: tuple[_Part, ...] = (*trace.lines, *trace.steps, *trace.series)
    for part in parts:
        _need(0 < part.line <= MAX_LENGTH, "a line that can't be")
        for name in _names(part):
            _need(len(name) <= _MAX_NAME and readable(name) == name and "\n" not in name, "no name of a place")
    for line in trace.lines:
        _need(0 < line.times <= MAX_LENGTH and 0 <= line.scope <= MAX_LENGTH, "a count that can't be")
    for step in trace.steps:
        _need(0 <= step.depth <= _MAX_DEPTH, "a depth that can't be")
    for series in trace.series:
        _check_series(series)


def seen_in(trace: TraceSeen | None) -> Iterator[Observation]:
    """Yield the observations of a trace, in the order in which they travel."""
    if trace is None:
        return
    for line in trace.lines:
        yield from (made.value for made in line.made)
    for step in trace.steps:
        yield from (made.value for made in step.made)
    for series in trace.series:
        yield series.values


def _names(part: _Part) -> Iterator[str]:
    if isinstance(part, SeriesSeen):
        yield part.name
    else:
        yield from (made.name for made in part.made)


def _check_series(series: SeriesSeen) -> None:
    values = series.values
    is_row = len(values.shape) == 1 and values.shape[0] <= MOST_SERIES_VALUES
    _need(is_row and values.dtype == "float64" and values.values is not None, "a series that is no row of numbers")


def _need(holds: bool, else_: str) -> None:
    if not holds:
        raise Unreadable(else_)
