from collections.abc import Callable
from datetime import timedelta, timezone

import pytest

from quizapp.study.clocks import CLOCKS_MAY_DIFFER, told_of_future
from quizapp.study.learner import Learner
from quizapp.study.model import Rating
from quizapp.study.standing import UNTOUCHED, Standing
from tests.study.sample import NOON, Clock, card

A = "p/l/a"


@pytest.fixture
def learner(learner_of: Callable[..., Learner]) -> Learner:
    return learner_of(card(A))


def test_reviews_from_the_future_are_told_of_in_local_time() -> None:
    later = Standing(changed_at=NOON + timedelta(days=2))

    (told,) = told_of_future((UNTOUCHED, later), NOON, timezone(timedelta(hours=8)))

    assert str(told) == (
        "Your journal holds reviews from the future (until 2026-03-04 20:00). Check this computer’s clock."
    )


@pytest.mark.parametrize("ahead", [timedelta(days=-1), timedelta(0), CLOCKS_MAY_DIFFER])
def test_clocks_that_differ_a_little_are_not_told_of(ahead: timedelta) -> None:
    assert told_of_future((Standing(changed_at=NOON + ahead),), NOON, None) == ()


def test_an_untouched_journal_is_not_warned_of(learner: Learner) -> None:
    assert learner.warnings == ()


def test_a_clock_that_was_set_back_is_told_of_and_nothing_is_lost(learner: Learner, clock: Clock) -> None:
    learner.rate(A, Rating.EASY, 5)
    clock.forward(days=-400)

    assert len(learner.warnings) == 1
    learner.rate(A, Rating.GOOD, 5)
    assert [review.rating for review in learner.history(A)] == [Rating.EASY, Rating.GOOD]
    assert [review.at - NOON for review in learner.history(A)] == [timedelta(0), timedelta(microseconds=1)]


def test_once_the_clock_is_right_again_nothing_is_told(learner: Learner, clock: Clock) -> None:
    clock.forward(days=1)
    learner.rate(A, Rating.EASY, 5)
    clock.forward(days=-1)
    before = len(learner.warnings)

    clock.forward(days=1)

    assert (before, learner.warnings) == (1, ())
