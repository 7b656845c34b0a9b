"""A long log through the app, merged in pieces, and through FSRS's own library: they agree on every row."""

import random
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import fsrs
import pytest

from quizapp.study.entries import Answered, Attempted, Entry, Rated, Row
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import Rating, Tuning
from quizapp.study.moments import to_microseconds
from tests.study.sample import NOON, Clock

ITEMS = 15
PAUSES = tuple(timedelta(minutes=each) for each in (1, 10, 70, 1440, 3000, 12_000, 50_000, 400_000))

TUNINGS = (
    Tuning(fuzz=False),
    Tuning(fuzz=False, steps=(), relearning_steps=()),
    Tuning(fuzz=False, steps=(300,), relearning_steps=(60, 600, 3600), retention=0.85, longest_days=200),
)


def entry_of(number: int, rating: Rating) -> Entry:
    """Return a rating of the item with this number; every third is a card, a question, an exercise."""
    item, passed = f"p/l/{number}", rating is not Rating.AGAIN
    if number % 3 == 0:
        return Rated(item=item, rating=rating, seconds=5)
    if number % 3 == 1:
        return Answered(item=item, answer="", right=passed, seconds=5, rating=rating)
    return Attempted(
        item=item,
        code="",
        passed=passed,
        ending="",
        mistake=None,
        seconds=5,
        hints=0,
        solution_shown=False,
        rating=rating,
    )


def log(reviews: int) -> Iterator[Row]:
    """Yield reviews of some items in turn, each item's by time."""
    chance = random.Random(6)
    times = [NOON + timedelta(minutes=number) for number in range(ITEMS)]
    for row in range(reviews):
        number = row % ITEMS
        rating = chance.choices(list(Rating), (15, 15, 55, 15))[0]
        yield Row(id=f"{row:032}", device="other", at=times[number], entry=entry_of(number, rating))
        times[number] += chance.choice(PAUSES)


def expected_of(rows: list[Row], tuning: Tuning) -> dict[str, tuple[float | None, float | None, int]]:
    """Return what the library alone says after each row: stability, difficulty, when it is due."""
    common = {"desired_retention": tuning.retention, "maximum_interval": tuning.longest_days, "enable_fuzzing": False}
    by_days = fsrs.Scheduler(learning_steps=(), relearning_steps=(), **common)  # type: ignore[arg-type]
    step_by_step = fsrs.Scheduler(
        learning_steps=[timedelta(seconds=each) for each in tuning.steps],
        relearning_steps=[timedelta(seconds=each) for each in tuning.relearning_steps],
        **common,  # type: ignore[arg-type]
    )
    cards: defaultdict[str, fsrs.Card] = defaultdict(lambda: fsrs.Card(card_id=0, due=NOON))
    expected = {}
    for row in rows:
        entry = row.entry
        assert isinstance(entry, Rated | Answered | Attempted)
        assert entry.rating is not None
        scheduler = by_days if isinstance(entry, Attempted) else step_by_step
        card, _ = scheduler.review_card(cards[entry.item], fsrs.Rating(int(entry.rating)), row.at)
        cards[entry.item] = card
        expected[row.id] = (card.stability, card.difficulty, to_microseconds(card.due))
    return expected


def demand_agreement(path: Path, tuning: Tuning, reviews: int) -> None:
    rows = list(log(reviews))
    merged = rows.copy()
    random.Random(7).shuffle(merged)
    with Journal(path) as journal:
        learner = Learner(journal, (), new_per_day=0, clock=Clock(rows[-1].at))
        learner.tune(tuning)
        for begin in range(0, reviews, reviews // 3):
            learner.take_in(merged[begin : begin + reviews // 3])
        stored = learner.query("SELECT row, stability, difficulty, due FROM steps")

    assert {row: numbers for row, *numbers in stored} == {
        row: list(numbers) for row, numbers in expected_of(rows, tuning).items()
    }


@pytest.mark.parametrize("tuning", TUNINGS)
def test_app_and_library_agree_on_every_row(path: Path, tuning: Tuning) -> None:
    demand_agreement(path, tuning, reviews=600)


@pytest.mark.slow
@pytest.mark.parametrize("tuning", TUNINGS)
def test_app_and_library_agree_on_every_row_of_a_long_log(path: Path, tuning: Tuning) -> None:
    demand_agreement(path, tuning, reviews=30_000)
