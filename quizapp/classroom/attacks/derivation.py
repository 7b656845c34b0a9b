"""Derives every wrong program from a solution, each once, and chooses as many of them as are to be run."""

import ast
from collections.abc import Iterator, Sequence
from itertools import cycle
from typing import Final

from quizapp.classroom.attacks.attack import Attack, Kind, attack_of
from quizapp.classroom.attacks.change import Way
from quizapp.classroom.attacks.expressions import arguments, calls, numbers, operators, reductions
from quizapp.classroom.attacks.hard_coded import hard_coded
from quizapp.classroom.attacks.rehearsal import Rehearsal
from quizapp.classroom.attacks.results import clobbered, results
from quizapp.classroom.attacks.source import Source
from quizapp.classroom.attacks.state import after_init, mode, recording, registration, trainable
from quizapp.classroom.attacks.steps import conditions, dropped, shortened_loops, swapped
from quizapp.code_trees import parsed

WAYS: Final[tuple[Way, ...]] = (
    hard_coded,
    registration,
    after_init,
    trainable,
    mode,
    recording,
    results,
    clobbered,
    swapped,
    dropped,
    shortened_loops,
    conditions,
    calls,
    arguments,
    operators,
    reductions,
    numbers,
)
"""Every way of attacking. What two of them make alike counts for the first; a new one is a function and a line."""

_KINDS: Final = tuple(Kind)


def derive(source: Source, rehearsal: Rehearsal, right: Sequence[str] = ()) -> tuple[Attack, ...]:
    """Return all attacks on a solution, in the order of their kinds and then of its lines.

    Args:
        source: the solution.
        rehearsal: what was seen of it at work.
        right: programs that are known to be right, too; the same as one of them is no attack.
    """
    seen = {ast.dump(tree) for text in (source.text, *right) if (tree := parsed(text)) is not None}
    attacks = sorted(_fresh(source, rehearsal, seen), key=lambda attack: (_KINDS.index(attack.kind), attack.line))
    return tuple(attacks)


def _fresh(source: Source, rehearsal: Rehearsal, seen: set[str]) -> Iterator[Attack]:
    """Yield what is Python and was not there before."""
    for way in WAYS:
        for change in way(source, rehearsal):
            tree = parsed(change.code)
            if tree is not None and (shape := ast.dump(tree)) not in seen:
                seen.add(shape)
                yield attack_of(change.kind, source.text, change.code, change.subject)


def choose(attacks: Sequence[Attack], most: int) -> tuple[Attack, ...]:
    """Return at most so many of the attacks, of each kind as evenly as may be; always the same ones."""
    if len(attacks) <= most:
        return tuple(attacks)
    by_kind = {kind: [attack for attack in attacks if attack.kind is kind] for kind in Kind}
    shares = dict.fromkeys(Kind, 0)
    for kind in cycle(Kind):
        if sum(shares.values()) == most:
            break
        shares[kind] += shares[kind] < len(by_kind[kind])
    return tuple(attack for kind in Kind for attack in _spread(by_kind[kind], shares[kind]))


def _spread(attacks: list[Attack], count: int) -> list[Attack]:
    """Return so many of them, from the first to the last at equal distances."""
    return [attacks[index * len(attacks) // count] for index in range(count)]
