"""Optimizers: which parameters stand in which group, and each group's hyper-parameters."""

from collections import Counter

from quizapp.judging.expectations import ExpectationsError
from quizapp.judging.groups import UNKNOWN, Groups, Names, counterparts, named_groups
from quizapp.judging.names import compare_names, without
from quizapp.judging.place import Place
from quizapp.judging.plain import Compare
from quizapp.judging.printing import shown, shown_names
from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.message import message
from quizapp.packs.model import Aspect
from quizapp.sandbox.observation import GroupSeen, OptimizerSeen

USUAL = (Aspect.TYPE, Aspect.GROUPS, Aspect.HYPERPARAMETERS)

HOW_NOT_WHAT = ("foreach", "fused", "capturable", "differentiable")
"""Hyper-parameters that change how fast a step is computed, not what it gives."""


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

    The groups may stand in any order too, unless the check says that order counts. A parameter that no observation
    names is only counted; a check that asks for the groups by name refuses that.
    """
    one, other = named_groups(expected, names[0]), named_groups(got, names[1])
    return (
        _missing_or_needless(place, one, other, names)
        or _other_number(place, one, other)
        or _in_other_group(place, one, other)
        or _other_count(place, one, other)
    )


def compare_hyperparameters(
    place: Place, expected: OptimizerSeen, got: OptimizerSeen, names: tuple[Names, Names], nested: Compare
) -> Finding | None:
    """Compare each group's hyper-parameters; `names` holds the name of the first that differs."""
    if len(expected.groups) != len(got.groups):
        return compare_groups(place, expected, got, names)
    order = _order(place, named_groups(expected, names[0]), named_groups(got, names[1]))
    for group, index in zip(expected.groups, order, strict=True):
        finding = _compare_group(place.at(f".param_groups[{index}]"), group, got.groups[index], nested)
        if finding is not None:
            return finding
    return None


def compare_state(place: Place, expected: OptimizerSeen, got: OptimizerSeen) -> Finding | None:
    """Compare the names of what they keep per parameter: `momentum_buffer`; none before the first step."""
    return compare_names(place.at(".state"), Aspect.STATE, expected.state_keys, got.state_keys, in_order=False)


def _compare_group(place: Place, expected: GroupSeen, got: GroupSeen, nested: Compare) -> Finding | None:
    seen = dict(got.hyperparameters)
    for name, value in expected.hyperparameters:
        if name in HOW_NOT_WHAT:
            continue
        if name not in seen:
            return place.finding(Aspect.HYPERPARAMETERS, shown(value), "", Diagnosis.NAMES_MISSING, (name,))
        finding = nested(place.at(f'["{name}"]'), value, seen[name])
        if finding is not None:
            return Place(finding.where).finding(
                Aspect.HYPERPARAMETERS, finding.expected, finding.got, Diagnosis.HYPERPARAMETER_OFF, (name,)
            )
    return None


def _order(place: Place, expected: Groups, got: Groups) -> tuple[int, ...]:
    return tuple(range(len(expected))) if place.ordered else counterparts(expected, got)


def _missing_or_needless(place: Place, expected: Groups, got: Groups, names: tuple[Names, Names]) -> Finding | None:
    """Tell of parameters that are in none of the learner's groups, or in none of the solution's.

    Only of a parameter that the learner's run has, too, under the same name, is it known that no group holds it.
    """
    one, other = _known(expected), _known(got)
    missing, extra = without(one, other), without(other, one)
    if not missing and not extra:
        return None
    there, needless = _among(missing, names[1]), _among(extra, names[0])
    texts = shown_names(one), shown_names(other)
    if there:
        return place.finding(Aspect.GROUPS, *texts, Diagnosis.NOT_IN_OPTIMIZER, there, needless)
    diagnosis = Diagnosis.NEEDLESSLY_IN_OPTIMIZER if needless else None
    return place.finding(Aspect.GROUPS, *texts, diagnosis, needless)


def _among(known: tuple[str, ...], names: Names) -> tuple[str, ...]:
    there = set(names.values())
    return tuple(name for name in known if name in there)


def _other_number(place: Place, expected: Groups, got: Groups) -> Finding | None:
    wanted, seen = len(expected), len(got)
    if wanted == seen:
        return None
    diagnosis = Diagnosis.GROUP_MISSING if seen < wanted else Diagnosis.GROUP_EXTRA
    return Place(f"len({place.at('.param_groups').where})").finding(Aspect.GROUPS, str(wanted), str(seen), diagnosis)


def _in_other_group(place: Place, expected: Groups, got: Groups) -> Finding | None:
    """Tell of the first group in which parameters are missing that stand in another one."""
    for group, index in zip(expected, _order(place, expected, got), strict=True):
        missing = without(tuple(name for name in group if name != UNKNOWN), got[index])
        if missing:
            there = place.at(f".param_groups[{index}]")
            texts = shown_names(group), shown_names(got[index])
            return there.finding(Aspect.GROUPS, *texts, Diagnosis.IN_OTHER_GROUP, missing)
    return None


def _other_count(place: Place, expected: Groups, got: Groups) -> Finding | None:
    """Tell of a group that holds more or fewer parameters, where not all of them have names."""
    for group, index in zip(expected, _order(place, expected, got), strict=True):
        if Counter(group) != Counter(got[index]):
            there = Place(f'len({place.at(f".param_groups[{index}]").where}["params"])')
            return there.finding(Aspect.GROUPS, str(len(group)), str(len(got[index])))
    return None


def _known(groups: Groups) -> tuple[str, ...]:
    return tuple(name for group in groups for name in group if name != UNKNOWN)
