from datetime import timedelta

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.model import Rating
from quizapp.study.scheduling import BY_DAYS, has_left_learning_steps, intervals, review
from tests.study.sample import NOON

reviews = st.lists(st.tuples(st.sampled_from(Rating), st.timedeltas(timedelta(0), timedelta(days=400))), max_size=30)


@given(reviews)
def test_the_numbers_are_those_of_the_fsrs_library(reviews: list[tuple[Rating, timedelta]]) -> None:
    scheduler = fsrs.Scheduler(enable_fuzzing=False)
    expected, card, at = fsrs.Card(card_id=0, due=NOON), None, NOON
    for rating, pause in reviews:
        at += pause
        expected, _ = scheduler.review_card(expected, fsrs.Rating(int(rating)), at)
        card = review(card, rating, at)

    assert card == (expected if reviews else None)


@pytest.mark.parametrize(
    ("rating", "minutes"), [(Rating.AGAIN, 1), (Rating.HARD, 5.5), (Rating.GOOD, 10), (Rating.EASY, 8 * 24 * 60)]
)
def test_a_first_rating_leads_into_the_learning_steps_or_past_them(rating: Rating, minutes: float) -> None:
    assert review(None, rating, NOON).due == NOON + timedelta(minutes=minutes)


def test_intervals_say_what_each_rating_would_give() -> None:
    card = review(None, Rating.GOOD, NOON)
    later = NOON + timedelta(minutes=10)

    assert intervals(card, later) == {rating: review(card, rating, later).due - later for rating in Rating}


def test_intervals_change_nothing() -> None:
    card = review(None, Rating.GOOD, NOON)

    intervals(card, NOON)

    assert card == review(None, Rating.GOOD, NOON)


def test_two_goods_leave_the_learning_steps_and_one_does_not() -> None:
    once = review(None, Rating.GOOD, NOON)
    twice = review(once, Rating.GOOD, once.due)

    assert (has_left_learning_steps(once), has_left_learning_steps(twice)) == (False, True)


def test_forgetting_leads_back_into_them() -> None:
    learnt = review(None, Rating.EASY, NOON)

    assert not has_left_learning_steps(review(learnt, Rating.AGAIN, learnt.due))


@pytest.mark.parametrize("rating", list(Rating))
def test_an_exercise_comes_back_in_days_whatever_its_rating(rating: Rating) -> None:
    assert review(None, rating, NOON, BY_DAYS).due - NOON >= timedelta(days=1)
