"""What a traced run says of the learner's lines: what each made, how often, and the steps one by one."""

from typing import Final

from msgspec import Struct

from quizapp.sandbox.observation import ArraySeen, Observation

RETURNED: Final = "return"
"""The name under which a line made what its `return` gave."""

MOST_SERIES_VALUES: Final = 10_000


class MadeSeen(Struct, frozen=True):
    """A name, or a chain of attributes such as `net.fc.weight`, that a line gave a value or changed in place."""

    name: str
    value: Observation


class LineSeen(Struct, frozen=True, kw_only=True):
    """One line of the learner's code that ran, with what it made when it ran last.

    Attributes:
        line: from 1; of a statement over several lines, the first.
        times: how often it ran, as far as was counted.
        scope: the line of the function or class that it stands in; 0 at the top level.
        made: without the numbers of tensors.
    """

    line: int
    times: int
    scope: int = 0
    made: tuple[MadeSeen, ...] = ()


class StepSeen(Struct, frozen=True, kw_only=True):
    """One line as it ran once.

    Attributes:
        depth: how many of the learner's own functions it ran in; 0 at the top level.
        made: with the numbers of small tensors.
    """

    line: int
    depth: int = 0
    made: tuple[MadeSeen, ...] = ()


class SeriesSeen(Struct, frozen=True, kw_only=True):
    """The numbers that a scalar had, each time its line ran, the first 10,000: `values` is float64, one axis."""

    line: int
    name: str
    values: ArraySeen


class TraceSeen(Struct, frozen=True, kw_only=True):
    """What was seen of the learner's lines.

    Attributes:
        lines: every line that ran, by number.
        steps: the first of them one by one, in the order in which they ran.
        series: scalars that were given more than one value.
        cut: whether the counting ended before the program did, because too many lines ran.
    """

    lines: tuple[LineSeen, ...] = ()
    steps: tuple[StepSeen, ...] = ()
    series: tuple[SeriesSeen, ...] = ()
    cut: bool = False
