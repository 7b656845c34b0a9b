"""The parameter groups of an optimizer by name: which of the solution's groups is which of the learner's."""

from collections.abc import Mapping
from itertools import permutations
from typing import TypeAlias

from quizapp.sandbox.observation import ModuleSeen, Observation, OptimizerSeen, TensorSeen

Names: TypeAlias = dict[int, str]
"""What a parameter is called in a run, by its identity label."""

Groups: TypeAlias = tuple[tuple[str, ...], ...]

UNKNOWN = "?"
"""A parameter that no observation names; it is only counted."""

MOST_REORDERED = 6
"""Groups that may stand in any order; of more, all orders are too many."""


def names_in(observations: Mapping[str, Observation]) -> Names:
    """Return the names by which one run's observations call its parameters; the first name of a tied one counts.

    The expressions count in the order of the alphabet: a run and a stored expectation may list them differently.
    """
    names: Names = {}
    for expression, seen in sorted(observations.items()):
        if isinstance(seen, ModuleSeen):
            for name, parameter in seen.parameters:
                names.setdefault(parameter.identity, f"{expression}.{name}")
    for expression, seen in sorted(observations.items()):
        if isinstance(seen, TensorSeen):
            names.setdefault(seen.identity, expression)
    return names


def named_groups(optimizer: OptimizerSeen, names: Names) -> Groups:
    """Return the names of the parameters in each group."""
    return tuple(tuple(names.get(label, UNKNOWN) for label in group.parameters) for group in optimizer.groups)


def counterparts(expected: Groups, got: Groups) -> tuple[int, ...]:
    """Return for each of the solution's groups the index of the learner's that has most of its parameters.

    Both have as many groups. Where no order of them has more in common, they stand as they are.
    """
    if len(expected) > MOST_REORDERED:
        return tuple(range(len(expected)))
    # max takes the first of several: the order as it is.
    return max(permutations(range(len(expected))), key=lambda order: _in_common(expected, got, order))


def _in_common(expected: Groups, got: Groups, order: tuple[int, ...]) -> int:
    pairs = zip(expected, order, strict=True)
    return sum(len(({*one} & {*got[index]}) - {UNKNOWN}) for one, index in pairs)
