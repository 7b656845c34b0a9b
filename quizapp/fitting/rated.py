"""All ratings that the schedule was made from, read from the learner."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from msgspec import Struct

from quizapp.fitting.choosing import ItemRatings
from quizapp.packs.model import ItemId
from quizapp.study.learner import Learner
from quizapp.study.model import Rating
from quizapp.study.standing import StepKind

_ITEMS_AT_ONCE: Final = 500
_RATED: Final = (
    "SELECT id, steps.at, steps.rating, steps.kind FROM items JOIN steps ON steps.item = items.no"
    " WHERE items.no > ? AND items.no <= ? AND steps.rating IS NOT NULL ORDER BY items.no, steps.at, steps.row"
)

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)


class RatedSteps(Struct, frozen=True):
    """The ratings of one item with what was rated, by time."""

    ratings: ItemRatings
    kinds: tuple[StepKind, ...]

    def __iter__(self) -> Iterator[tuple[datetime, Rating, StepKind]]:
        """Give for each rating when it was given, UTC, which it was, and what was rated."""
        for at, rating, kind in zip(self.ratings.at, self.ratings.ratings, self.kinds, strict=True):
            yield _EPOCH + at * _MICROSECOND, Rating(rating), kind


def rated_steps(learner: Learner) -> Iterator[RatedSteps]:
    """Give the ratings of every item that has any, one item at a time; reads the disk, so not for a GUI thread.

    Raises:
        JournalError: if the journal can't be read.
    """
    last = learner.query("SELECT max(no) FROM items")[0][0] or 0
    for begin in range(0, last, _ITEMS_AT_ONCE):
        rows = learner.query(_RATED, (begin, begin + _ITEMS_AT_ONCE))
        yield from (_of_item(item, list(each)) for item, each in groupby(rows, key=itemgetter(0)))


def _of_item(item: ItemId, rows: list[tuple[Any, ...]]) -> RatedSteps:
    _, at, ratings, kinds = zip(*rows, strict=True)
    return RatedSteps(ItemRatings(item, at, ratings), tuple(map(StepKind, kinds)))
