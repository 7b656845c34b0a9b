"""Where items stand in whose concepts the learner slipped: looked up once for a change, not for each question."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from quizapp.packs.model import ItemId
from quizapp.study.changes import Change
from quizapp.study.curriculum import Curriculum
from quizapp.study.memory import Memory
from quizapp.study.slips import Concept, first_slip
from quizapp.study.standing import Standing

Slipped = Mapping[ItemId, Standing]
"""The standings, slips included, of the items that a slip brings back; the others stand as the memory says."""


def find_slipped(memory: Memory, curriculum: Curriculum) -> Slipped:
    """Return all of them."""
    return _among(memory, curriculum, _practising(curriculum, memory.slips))


def find_slipped_anew(before: Slipped, change: Change, memory: Memory, curriculum: Curriculum) -> Slipped:
    """Return all of them after a change of some items; `before` is what was found before it."""
    again = {*change.items, *_practising(curriculum, change.concepts)}
    if not memory.slips and not before:
        return before
    kept = {item: standing for item, standing in before.items() if item not in again}
    return {**kept, **_among(memory, curriculum, again)}


def differing(before: Slipped, after: Slipped) -> set[ItemId]:
    """Return the items whose standing was looked up again in between."""
    return {item for item in {*before, *after} if before.get(item) is not after.get(item)}


def _practising(curriculum: Curriculum, concepts: Iterable[Concept]) -> set[ItemId]:
    return {item for concept in concepts for item in curriculum.practising.get(concept, ())}


def _among(memory: Memory, curriculum: Curriculum, items: Iterable[ItemId]) -> Slipped:
    found: dict[ItemId, Standing] = {}
    for item in items:
        standing = memory.standing(item)
        slipped_at = first_slip(memory.slips, curriculum.concepts.get(item, ()), standing.rated_at)
        if slipped_at is not None:
            found[item] = replace(standing, slipped_at=slipped_at)
    return found
