"""Optimizers: which parameters stand in which group, and each group's hyper-parameters."""

from typing import TypeAlias

from quizapp.judging.expectations import ExpectationsError
from quizapp.judging.place import Place
from quizapp.judging.plain import Compare
from quizapp.judging.printing import shown, shown_names
from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.message import message
from quizapp.packs.model import Aspect
from quizapp.sandbox.observation import GroupSeen, ModuleSeen, Observation, OptimizerSeen, TensorSeen

Names: TypeAlias = dict[int, str]
"""What a parameter is called in a run, by its identity label."""

USUAL = (Aspect.TYPE, Aspect.GROUPS, Aspect.HYPERPARAMETERS)

HOW_NOT_WHAT = ("foreach", "fused", "capturable", "differentiable")
"""Hyper-parameters that change how fast a step is computed, not what it gives."""


def names_in(observations: dict[str, Observation]) -> Names:
    """Return the names by which one run's observations call its parameters; the first name of a tied one counts."""
    names: Names = {}
    for expression, seen in observations.items():
        if isinstance(seen, ModuleSeen):
            for name, parameter in seen.parameters:
                names.setdefault(parameter.identity, f"{expression}.{name}")
    for expression, seen in observations.items():
        if isinstance(seen, TensorSeen):
            names.setdefault(seen.identity, expression)
    return names


def require_names(place: Place, expected: OptimizerSeen, names: Names) -> None:
    """Raise ExpectationsError if a parameter of the solution's groups has no name by which it could be compared."""
    if any(label not in names for group in expected.groups for label in group.parameters):
        raise ExpectationsError(
            message(
                "`{where}` holds parameters that no check observes: add a check that observes their module",
                where=place.where,
            )
        )


def compare_groups(
    place: Place, expected: OptimizerSeen, got: OptimizerSeen, names: tuple[Names, Names]
) -> Finding | None:
    """Compare the groups: how many, and which parameters stand in each, in any order.

    A parameter that no observation names is only counted; a check that asks for the groups by name refuses that.
    """
    there = place.at(".param_groups")
    if len(expected.groups) != len(got.groups):
        return Place(f"len({there.where})").finding(Aspect.GROUPS, str(len(expected.groups)), str(len(got.groups)))
    for index, (one, other) in enumerate(zip(expected.groups, got.groups, strict=True)):
        finding = _compare_group(there.at(f"[{index}]"), one, other, names)
        if finding is not None:
            return finding
    return None


def compare_hyperparameters(
    place: Place, expected: OptimizerSeen, got: OptimizerSeen, nested: Compare
) -> Finding | None:
    """Compare each group's hyper-parameters; `names` holds the name of the first that differs."""
    for index, (one, other) in enumerate(zip(expected.groups, got.groups, strict=False)):
        seen = dict(other.hyperparameters)
        for name, value in one.hyperparameters:
            if name in HOW_NOT_WHAT:
                continue
            there = place.at(f'.param_groups[{index}]["{name}"]')
            if name not in seen:
                return there.finding(Aspect.HYPERPARAMETERS, shown(value), "", Diagnosis.NAMES_MISSING, (name,))
            finding = nested(there, value, seen[name])
            if finding is not None:
                return Place(finding.where).finding(
                    Aspect.HYPERPARAMETERS, finding.expected, finding.got, None, (name,)
                )
    return None


def _compare_group(place: Place, expected: GroupSeen, got: GroupSeen, names: tuple[Names, Names]) -> Finding | None:
    one, other = (
        [known.get(label, "?") for label in group.parameters]
        for known, group in zip(names, (expected, got), strict=True)
    )
    if sorted(one) == sorted(other):
        return None
    missing = tuple(name for name in one if name not in other)
    extra = tuple(name for name in other if name not in one)
    diagnosis = Diagnosis.NAMES_MISSING if missing else Diagnosis.NAMES_EXTRA
    told, also = (missing, extra) if missing else (extra, ())
    return place.finding(Aspect.GROUPS, shown_names(tuple(one)), shown_names(tuple(other)), diagnosis, told, also)
