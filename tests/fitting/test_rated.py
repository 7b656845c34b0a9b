from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizapp.fitting.choosing import ItemRatings
from quizapp.fitting.effect import effect_of, tuned
from quizapp.fitting.rated import RatedSteps, rated_steps
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import AnsweredQuestion, AttemptMade, Rating
from quizapp.study.standing import StepKind

BEGAN = datetime(2026, 3, 2, 12, tzinfo=UTC)
SECONDS = 1_000_000
FIRST = (BEGAN - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)


class Clock:
    def __init__(self) -> None:
        self.now = BEGAN

    def __call__(self) -> datetime:
        return self.now

    def go_on(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def learner(tmp_path: Path, clock: Clock) -> Iterator[Learner]:
    with Journal(tmp_path / "journal.sqlite") as journal:
        yield Learner(journal, (), new_per_day=10, clock=clock)


def attempt(passed: bool) -> AttemptMade:
    return AttemptMade(
        item="p/l/freeze",
        code="",
        passed=passed,
        ending="finished",
        mistake=None,
        seconds=1,
        hints=0,
        solution_shown=False,
    )


def test_ratings_of_every_kind_are_read_with_their_moments_and_attempts_without_one_are_not(
    learner: Learner, clock: Clock
) -> None:
    learner.rate("p/l/card", Rating.AGAIN, 1.0)
    learner.record_attempt(attempt(passed=False))
    clock.go_on(seconds=60)
    learner.rate("p/l/card", Rating.GOOD, 1.0)
    learner.record_answer(AnsweredQuestion(item="p/l/question", answer="no", right=False, seconds=1))
    rating = learner.record_attempt(attempt(passed=True))
    learner.set_note("p/l/noted", "Never rated.")

    found = {each.ratings.item: each for each in rated_steps(learner)}

    assert rating is not None
    assert {
        "p/l/card": RatedSteps(
            ItemRatings("p/l/card", (FIRST, FIRST + 60 * SECONDS), (1, 3)), (StepKind.CARD, StepKind.CARD)
        ),
        "p/l/question": RatedSteps(ItemRatings("p/l/question", (FIRST + 60 * SECONDS,), (1,)), (StepKind.QUESTION,)),
        "p/l/freeze": RatedSteps(
            ItemRatings("p/l/freeze", (FIRST + 60 * SECONDS,), (int(rating),)), (StepKind.EXERCISE,)
        ),
    } == found


def test_what_was_undone_is_not_read_and_what_was_changed_is_read_as_it_was_changed(learner: Learner) -> None:
    learner.rate("p/l/changed", Rating.AGAIN, 1.0)
    learner.rerate("p/l/changed", Rating.EASY)
    learner.rate("p/l/undone", Rating.GOOD, 1.0)
    learner.undo()

    assert [("p/l/changed", (4,))] == [(each.ratings.item, each.ratings.ratings) for each in rated_steps(learner)]


def test_the_tuning_in_use_replayed_from_what_was_read_moves_nothing(learner: Learner, clock: Clock) -> None:
    for days, rating in ((0, Rating.GOOD), (0.01, Rating.GOOD), (3, Rating.AGAIN), (9, Rating.HARD)):
        clock.go_on(days=days)
        for number in range(20):
            learner.rate(f"p/l/{number}", rating, 1.0)
    steps = tuple(rated_steps(learner))

    effect = effect_of(learner.tuning, steps, learner.standings(), clock())

    assert 0 == effect.items
    assert [tuned(each, learner.tuning).memory_due for each in steps] == [
        learner.standing(each.ratings.item).memory_due for each in steps
    ]
