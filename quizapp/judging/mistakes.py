"""Recognising a learner's mistake among those that an exercise knows. A wrong explanation is worse than none."""

from collections.abc import Iterable
from itertools import combinations
from typing import TypeAlias

from msgspec import Struct

from quizapp.judging.expectations import Expectations
from quizapp.judging.facts import facts_of
from quizapp.judging.signature import Signature, Trait, says_the_same, signature
from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.packs.model import Exercise, Mistake

__all__ = ["Signature", "ambiguous_mistakes", "facts_of", "recognise", "signature"]

VAGUE = frozenset(
    {
        None,
        Diagnosis.WRONG_TYPE,
        Diagnosis.AXIS_LENGTH,
        Diagnosis.OTHER_DTYPE,
        Diagnosis.ONE_SLICE_WRONG,
        Diagnosis.SAME_NUMBERS_OTHER_ORDER,
        Diagnosis.SAME_NUMBERS_OTHER_SHAPE,
        Diagnosis.HYPERPARAMETER_OFF,
    }
)
"""Diagnoses that many mistakes share: only the values tell which one it is."""

Rank: TypeAlias = tuple[bool, int, bool, int]


class _Match(Struct, frozen=True):
    """A mistake that explains the findings, and how well: higher ranks explain better."""

    mistake: Mistake
    rank: Rank


def recognise(
    exercise: Exercise, expectations: Expectations, findings: tuple[Finding, ...], code: str
) -> Mistake | None:
    """Return the mistake that explains the findings, or None if none does or several do equally well.

    A mistake explains them if the code has all of its `uses` and none of its `lacks`, and either

    - the same checks fail in the same aspects with the same diagnoses and names; those whose diagnosis says little
      with the same values at the same places, and at least half of all so, or
    - all of its checks fail, in whatever way and maybe with others, and one of its `uses` is telling: no right solution
      has it (a typo does not stop being the mistake because something else is wrong too).

    Among several the one with the same failed checks, then with more details in common, then with a telling name, then
    with more `uses` and `lacks` wins.
    """
    if not findings:
        return None
    matches = _best(_matches(exercise, expectations, signature(findings), facts_of(code)))
    feedback = {_feedback(match.mistake) for match in matches}
    return matches[0].mistake if len(feedback) == 1 else None


def ambiguous_mistakes(exercise: Exercise, expectations: Expectations) -> tuple[tuple[str, str], ...]:
    """Return the pairs of mistakes that `recognise` can't tell apart when one of them is given its own code."""
    pairs: set[tuple[str, str]] = set()
    for mistake in exercise.mistakes:
        own = expectations.mistakes.get(mistake.name, Signature())
        for match in _best(_matches(exercise, expectations, own, facts_of(mistake.code))):
            if _feedback(match.mistake) != _feedback(mistake):
                pairs.add((mistake.name, match.mistake.name))
    order = [mistake.name for mistake in exercise.mistakes]
    return tuple(pair for pair in combinations(order, 2) if pair in pairs or pair[::-1] in pairs)


def _matches(
    exercise: Exercise, expectations: Expectations, seen: Signature, facts: frozenset[str]
) -> Iterable[_Match]:
    right = (exercise.solution, *(alternative.code for alternative in exercise.alternatives))
    innocent = frozenset[str]().union(*map(facts_of, right))
    for mistake in exercise.mistakes:
        known = expectations.mistakes.get(mistake.name)
        if known is None or not facts.issuperset(mistake.uses) or not facts.isdisjoint(mistake.lacks):
            continue
        rank = _rank(mistake, known, seen, innocent)
        if rank is not None:
            yield _Match(mistake, rank)


def _rank(mistake: Mistake, known: Signature, seen: Signature, innocent: frozenset[str]) -> Rank | None:
    """Return how well a mistake that the facts allow explains what was seen, or None if it does not."""
    of_known = {trait.key: trait for trait in known.traits}
    of_seen = {trait.key: trait for trait in seen.traits}
    common = of_known.keys() & of_seen.keys()
    pairs = [(of_known[key], of_seen[key]) for key in common]
    details = sum(_agree(*pair) for pair in pairs)
    vague = [pair for pair in pairs if pair[0].diagnosis in VAGUE]
    specific = len(mistake.uses) + len(mistake.lacks)
    same_checks = bool(common) and of_known.keys() == of_seen.keys()
    same_values = all(_agree(*pair) for pair in vague) and 2 * details >= len(pairs)
    alike = same_checks and same_values and all(_are_alike(*pair) for pair in pairs)
    telling = not innocent.issuperset(mistake.uses) and bool(known.traits) and known.failed <= seen.failed
    return (same_checks, details, telling, specific) if alike or telling else None


def _are_alike(known: Trait, seen: Trait) -> bool:
    if known.diagnosis is not seen.diagnosis:
        return False
    if known.diagnosis is Diagnosis.RAISED and _exception(known) != _exception(seen):
        return False
    # The name of such a finding is a factor or summand, a number with noise.
    noisy = known.diagnosis in (Diagnosis.SCALED, Diagnosis.OFFSET)
    return known.names == seen.names or (noisy and says_the_same(" ".join(known.names), " ".join(seen.names)))


def _agree(known: Trait, seen: Trait) -> bool:
    """Tell whether all details are the same, but for noise."""
    return _are_alike(known, seen) and known.where == seen.where and says_the_same(known.got, seen.got)


def _exception(raised: Trait) -> str:
    return raised.got.partition(":")[0]


def _best(matches: Iterable[_Match]) -> tuple[_Match, ...]:
    """Return the matches that no other outranks."""
    every = tuple(matches)
    highest = max((match.rank for match in every), default=None)
    return tuple(match for match in every if match.rank == highest)


def _feedback(mistake: Mistake) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(mistake.feedback.by_language.items()))
