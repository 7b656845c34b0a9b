"""Two values of one run: whether they share memory, whether they are one object."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from quizapp.judging.compare import existing_difference
from quizapp.judging.expectations import ExpectationsError
from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.message import message
from quizapp.packs.model import Aspect, Check
from quizapp.sandbox.observation import (
    ArraySeen,
    ModuleSeen,
    Nothing,
    Observation,
    OtherSeen,
    TensorSeen,
    Truth,
)

Relation: TypeAlias = Callable[[Observation, Observation], bool | None]
Observations: TypeAlias = Mapping[str, Observation]

RELATIONS = frozenset({Aspect.SHARING, Aspect.IDENTITY})
"""Aspects of two values: a check asks for them by `shares_with` and `same_as`."""


def compare_relations(check: Check, expected: Observations, got: Observations) -> tuple[Finding, ...]:
    """Compare a check's `shares_with` and `same_as` with what the solution gave.

    Args:
        check: what is observed, and what it is compared with.
        expected: every observation of the solution's run, by expression.
        got: every observation of the learner's run.

    Raises:
        ExpectationsError: if the solution's values have no memory or identity to compare.
    """
    asked = ((Aspect.SHARING, check.shares_with, share_memory), (Aspect.IDENTITY, check.same_as, are_same))
    found = (
        _compare_relation(check, aspect, other, relation, expected, got) for aspect, other, relation in asked if other
    )
    return tuple(finding for finding in found if finding is not None)


def share_memory(one: Observation, other: Observation) -> bool | None:
    """Tell whether two tensors or arrays lie in the same memory; None if one has none that can be told."""
    if not isinstance(one, TensorSeen | ArraySeen) or not isinstance(other, TensorSeen | ArraySeen):
        return None
    if one.storage is None or other.storage is None:
        return None
    return one.storage == other.storage


def are_same(one: Observation, other: Observation) -> bool | None:
    """Tell whether two values are one object; None if that was not captured."""
    if isinstance(one, Nothing | Truth) or isinstance(other, Nothing | Truth):
        return one == other
    identified = TensorSeen | ArraySeen | ModuleSeen | OtherSeen
    if not isinstance(one, identified) or not isinstance(other, identified):
        return None
    return type(one) is type(other) and one.identity == other.identity


def _compare_relation(
    check: Check, aspect: Aspect, other: str, relation: Relation, expected: Observations, got: Observations
) -> Finding | None:
    wanted = relation(expected[check.observe], expected[other])
    if wanted is None:
        raise _cannot_tell(check, other)
    missing = _existing(check, other, expected, got)
    if missing is not None:
        return missing
    one, second = got[check.observe], got[other]
    seen = relation(one, second)
    if seen == wanted:
        return None
    return Finding(
        where=check.observe,
        aspect=aspect,
        expected=str(wanted),
        got=str(bool(seen)),
        diagnosis=_diagnosis(aspect, wanted, share_memory(one, second)),
        names=(other,),
    )


def _existing(check: Check, other: str, expected: Observations, got: Observations) -> Finding | None:
    """Return a finding if one of the two is not there at all, which is then what to tell."""
    return existing_difference(check, expected[check.observe], got[check.observe]) or existing_difference(
        Check(observe=other), expected[other], got[other]
    )


def _diagnosis(aspect: Aspect, wanted: bool, sharing: bool | None) -> Diagnosis | None:
    """Return what went wrong; another object with the same memory is neither a copy nor the same."""
    if not wanted:
        return Diagnosis.VIEW_NOT_COPY
    return None if aspect is Aspect.IDENTITY and sharing else Diagnosis.COPY_NOT_VIEW


def _cannot_tell(check: Check, other: str) -> ExpectationsError:
    return ExpectationsError(
        message(
            "a check compares `{one}` with `{other}`, but the solution's values have no memory or identity to compare",
            one=check.observe,
            other=other,
        )
    )
