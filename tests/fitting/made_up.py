"""Learners that don't exist, whose memory is known: it follows FSRS with parameters of their own."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID

import fsrs

from quizapp.fitting.choosing import ItemRatings
from quizapp.study.entries import Rated, Row
from quizapp.study.model import Rating

BEGAN = datetime(2025, 1, 1, tzinfo=UTC)
TODAY = BEGAN + timedelta(days=400)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

FORGETFUL = (0.1, 0.5, 1.0, 4.0, *fsrs.scheduler.DEFAULT_PARAMETERS[4:20], 0.35)
"""The parameters of somebody who forgets sooner than most."""


def microseconds(at: datetime) -> int:
    return (at - EPOCH) // timedelta(microseconds=1)


def ratings_of_learner(
    count: int, parameters: tuple[float, ...] = FORGETFUL, *, seed: int = 1
) -> tuple[ItemRatings, ...]:
    """Return about `count` ratings, of items that came back when the usual schedule called them."""
    rng, items = Random(seed), list[ItemRatings]()
    while sum(len(item.at) for item in items) < count:
        items.append(_item(f"p/l/{len(items)}", rng, parameters))
    return tuple(items)


def rows_of_learner(count: int, parameters: tuple[float, ...] = FORGETFUL) -> Iterator[Row]:
    """Return the rows that about `count` ratings leave in a journal."""
    moments = (
        (item.item, EPOCH + timedelta(microseconds=at), Rating(rating))
        for item in ratings_of_learner(count, parameters)
        for at, rating in zip(item.at, item.ratings, strict=True)
    )
    for number, (item, at, rating) in enumerate(moments):
        entry = Rated(item=item, rating=rating, seconds=1.0)
        yield Row(id=UUID(int=number).hex, device="made up", at=at, entry=entry)


def _item(name: str, rng: Random, parameters: tuple[float, ...]) -> ItemRatings:
    usual = fsrs.Scheduler(enable_fuzzing=False)
    memory = fsrs.Scheduler(parameters=parameters, enable_fuzzing=False)
    at = BEGAN + timedelta(minutes=rng.randrange(400 * 24 * 60))
    seen = real = fsrs.Card(card_id=0, due=at)
    moments, ratings = list[int](), list[int]()
    while at < TODAY:
        knows = rng.random() < (memory.get_card_retrievability(real, at) if real.last_review else 0.5)
        rating = fsrs.Rating.Good if knows else fsrs.Rating.Again
        moments.append(microseconds(at))
        ratings.append(int(rating))
        seen, _ = usual.review_card(seen, rating, at)
        real, _ = memory.review_card(real, rating, at)
        at = seen.due
    return ItemRatings(name, tuple(moments), tuple(ratings))
