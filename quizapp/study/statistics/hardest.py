"""Which items are forgotten most."""

import numpy as np
from msgspec import Struct

from quizapp.study.model import Rating
from quizapp.study.statistics.steps import Steps


class Hard(Struct, frozen=True):
    """One item that was not known.

    Attributes:
        item: its number.
        reviews: how often it was rated. again: how often with "again".
        lapses: how often it was not known any more after it had been learnt.
    """

    item: int
    reviews: int
    again: int
    lapses: int

    @property
    def share(self) -> float:
        """How much of the reviews failed, 0 to 1."""
        return self.again / self.reviews


def find_hardest(steps: Steps, most: int) -> tuple[Hard, ...]:
    """Return the items with the most lapses, then those that failed most often, at most so many; none never failed."""
    reviews = steps.where(steps.is_review)
    size = int(reviews.item.max(initial=-1)) + 1
    total = np.bincount(reviews.item, minlength=size)
    again = np.bincount(reviews.item[reviews.rating == Rating.AGAIN], minlength=size)
    lapses = np.bincount(reviews.item[reviews.is_forgotten], minlength=size)
    failed = np.flatnonzero(again)
    order = np.lexsort((-again[failed] / total[failed], -again[failed], -lapses[failed]))
    return tuple(
        Hard(int(item), int(total[item]), int(again[item]), int(lapses[item])) for item in failed[order][:most]
    )
