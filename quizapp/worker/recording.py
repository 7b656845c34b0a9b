"""Takes down what the learner's statements made: the first one by one, the last value of each, numbers in a row.

The first statements are seen in full. After them a value is looked at again only where its kind, shape, dtype or
gradient flag is another than when its line ran before: a loop then costs little more than counting. What the lines
then say (shape, dtype, flags) is of the last run, the labels of memory are of the last that was looked at.
"""

import sys
from array import array
from collections.abc import Iterator
from types import FrameType
from typing import Final

from quizapp.sandbox.observation import ArraySeen, Values
from quizapp.sandbox.trace import MOST_SERIES_VALUES, RETURNED, LineSeen, MadeSeen, SeriesSeen, StepSeen, TraceSeen
from quizapp.worker.capture import Capture
from quizapp.worker.glances import Glances, form_of, without_numbers
from quizapp.worker.modules import shown_name
from quizapp.worker.places import read_place
from quizapp.worker.scalars import number_of
from quizapp.worker.statements import Statement

MOST_STEPS: Final = 200
"""Statements that are seen in full, in the order in which they run."""

_MOST_SERIES: Final = 64
_MOST_LINES: Final = 500
# Kept as they are until the end: nothing can change them.
_PLAIN: Final = frozenset({int, float, bool, type(None)})


class _Line:
    """What was seen of one line so far."""

    __slots__ = ("forms", "made", "scope", "series", "times")

    def __init__(self, scope: int) -> None:
        self.scope = scope
        self.times = 0
        self.made: dict[str, object] = {}  # an Observation, or one of _PLAIN, which becomes one at the end
        self.forms: dict[str, object] = {}
        self.series: dict[str, array[float]] = {}


class Recording:
    """The trace of one run, as it grows."""

    def __init__(self, capture: Capture) -> None:
        self._capture = capture
        self._glances = Glances(capture)
        self._lines: dict[int, _Line] = {}
        self._steps: list[StepSeen] = []
        self._series = 0

    def passed(self, statement: Statement, frame: FrameType, depth: int) -> None:
        """Take down that a statement is through, in a frame so many functions deep."""
        found: dict[str, object] = {}
        if statement.places:
            local, module = frame.f_locals, frame.f_globals
            for place in statement.places:
                found.update(read_place(place, local, module))
        is_call = bool(statement.places) and statement.places[0].method is not None
        self._take(statement, found, depth, follow=not is_call)

    def returned(self, statement: Statement, value: object, depth: int) -> None:
        """Take down what a `return` gave."""
        self._take(statement, {RETURNED: value}, depth, follow=True)

    def trace(self, *, cut: bool) -> TraceSeen:
        """Return what was taken down."""
        lines = sorted(self._lines.items())
        return TraceSeen(
            lines=tuple(
                LineSeen(line=number, times=line.times, scope=line.scope, made=tuple(self._last_made(line)))
                for number, line in lines
            ),
            steps=tuple(self._steps),
            series=tuple(
                SeriesSeen(line=number, name=shown_name(name), values=_seen(values))
                for number, line in lines
                for name, values in line.series.items()
                if len(values) > 1
            ),
            cut=cut,
        )

    def _take(self, statement: Statement, found: dict[str, object], depth: int, *, follow: bool) -> None:
        number = statement.line
        line = self._lines.get(number)
        if line is None:
            if len(self._lines) >= _MOST_LINES:
                return
            line = self._lines[number] = _Line(statement.scope)
        line.times += 1
        if follow:
            for name, value in found.items():
                self._follow_number(line, name, value)
        if len(self._steps) < MOST_STEPS and self._glances.are_left:
            self._take_step(number, line, found, depth)
        elif found or line.made:
            self._take_lightly(line, found)

    def _take_step(self, number: int, line: _Line, found: dict[str, object], depth: int) -> None:
        made = {name: self._glances.see(value) for name, value in found.items()}
        seen = tuple(MadeSeen(shown_name(name), value) for name, value in made.items())
        self._steps.append(StepSeen(line=number, depth=depth, made=seen))
        line.made = dict(made)
        line.forms = {name: form_of(value) for name, value in found.items()}

    def _take_lightly(self, line: _Line, found: dict[str, object]) -> None:
        if line.made.keys() != found.keys():
            line.made = {name: line.made[name] for name in found if name in line.made}
        for name, value in found.items():
            if type(value) in _PLAIN:
                line.made[name], line.forms[name] = value, None
                continue
            form = form_of(value)
            if name not in line.made or line.forms.get(name) != form:
                line.made[name], line.forms[name] = without_numbers(self._glances.see(value)), form

    def _last_made(self, line: _Line) -> Iterator[MadeSeen]:
        for name, value in line.made.items():
            seen = self._capture.see(value) if type(value) in _PLAIN else value
            yield MadeSeen(shown_name(name), without_numbers(seen))  # type: ignore[arg-type]

    def _follow_number(self, line: _Line, name: str, value: object) -> None:
        number = number_of(value)
        if number is None:
            return
        series = line.series.get(name)
        if series is None:
            if self._series >= _MOST_SERIES:
                return
            self._series += 1
            series = line.series[name] = array("d")
        if len(series) < MOST_SERIES_VALUES:
            series.append(number)


def _seen(values: "array[float]") -> ArraySeen:
    if sys.byteorder == "big":
        values.byteswap()
    return ArraySeen(dtype="float64", shape=(len(values),), values=Values(values.tobytes()))
