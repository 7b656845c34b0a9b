"""Which ratings a fit is made from, and which are kept from it to see whether it was worth making.

All ratings that the schedule uses count, of cards, questions and exercises alike: learning steps move when an item
comes back, not what FSRS thinks of the learner's memory. By time, the earlier four fifths are fitted to and the later
fifth is held out. The library itself looks at the first 64 ratings of an item, and wants 512 that came a day or more
after the one before; only those are counted here.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import accumulate, pairwise
from math import ceil
from random import Random
from typing import Final

from msgspec import Struct

from quizapp.fitting.messages import Studied
from quizapp.message import SaysError, message
from quizapp.packs.model import ItemId

NEEDED_BY_LIBRARY: Final = 512
FITTED_SHARE: Final = 0.8
NEEDED: Final = ceil(NEEDED_BY_LIBRARY / FITTED_SHARE)

MOST_RATINGS: Final = 20_000
"""More are not fitted to: a fit takes some 3 ms for each, and more of them change its result little."""

_FIRST_RATINGS: Final = 64
_DAY: Final = timedelta(days=1) // timedelta(microseconds=1)
# A clock that was wrong for an hour must not put a rating centuries away from the next.
_LONGEST_GAP: Final = 36500 * _DAY


class ItemRatings(Struct, frozen=True):
    """All ratings of one item, by time: when each was given, in microseconds since 1970, and which it was, 1 to 4."""

    item: ItemId
    at: tuple[int, ...]
    ratings: tuple[int, ...]


class Choice(Struct, frozen=True, kw_only=True):
    """What a fit is made from: `chosen` of the learner's `of` ratings."""

    items: tuple[Studied, ...]
    chosen: int
    of: int


class TooFewRatings(SaysError):
    """There is too little to go by; nothing was tried."""

    def __init__(self, found: int) -> None:
        super().__init__(
            message(
                "FSRS can be fitted to you after {needed} reviews that came a day or more after the one before; "
                "so far there are {found}. Go on studying, and try again later.",
                needed=NEEDED,
                found=found,
            )
        )
        self.found = found


def choose(items: Iterable[ItemRatings]) -> Choice:
    """Choose what a fit is made from; the same ratings give the same choice, in whatever order they come.

    Raises:
        TooFewRatings: if there are fewer than NEEDED that count.
    """
    known = sorted(items, key=lambda item: item.item)
    worth = [item for item in known if _counted(item)]
    found = sum(len(_counted(item)) for item in worth)
    if found < NEEDED:
        raise TooFewRatings(found)
    taken = _taken(worth)
    return Choice(
        items=tuple(_studied(item, first) for item, first in zip(taken, _held_out(taken), strict=True)),
        chosen=sum(len(_first(item.at)) for item in taken),
        of=sum(len(item.at) for item in known),
    )


def _first(values: tuple[int, ...]) -> tuple[int, ...]:
    return values[:_FIRST_RATINGS]


def _counted(item: ItemRatings) -> list[int]:
    """Return the indices of the ratings that came a day or more after the one before."""
    gaps = enumerate(pairwise(_first(item.at)), start=1)
    return [index for index, (before, at) in gaps if at - before >= _DAY]


def _taken(items: list[ItemRatings]) -> list[ItemRatings]:
    """Return items drawn by lot, whole, until there are enough ratings."""
    if sum(len(_first(item.at)) for item in items) <= MOST_RATINGS:
        return items
    drawn = Random(0).sample(items, len(items))
    so_far = accumulate(len(_first(item.at)) for item in drawn)
    return [item for item, count in zip(drawn, so_far, strict=True) if count <= MOST_RATINGS]


def _held_out(items: list[ItemRatings]) -> Iterator[int]:
    """Give for each item the index of its first rating that is held out."""
    counted = sorted((item.at[index], number, index) for number, item in enumerate(items) for index in _counted(item))
    first: dict[int, int] = {}
    for _, number, index in counted[ceil(len(counted) * FITTED_SHARE) :]:
        first.setdefault(number, index)
    return (first.get(number, len(_first(item.at))) for number, item in enumerate(items))


def _studied(item: ItemRatings, held_out_from: int) -> Studied:
    gaps = (min(at - before, _LONGEST_GAP) for before, at in pairwise(_first(item.at)))
    return Studied(since=(0, *accumulate(gaps)), ratings=_first(item.ratings), held_out_from=held_out_from)
