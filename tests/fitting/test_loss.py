from math import log

import fsrs
import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS

from quizapp.fitting.choosing import NEEDED, choose
from quizapp.fitting.loss import loss_of, losses, moment, predictions
from quizapp.fitting.messages import Studied
from tests.fitting.made_up import FORGETFUL, ratings_of_learner

DAY = 86_400_000_000
USUAL = fsrs.Scheduler(enable_fuzzing=False)


def test_certainty_about_what_happened_costs_nothing() -> None:
    assert (0.0, 0.0) == (loss_of(1.0, known=True), loss_of(0.0, known=False))


def test_certainty_about_what_did_not_happen_costs_much_but_not_everything() -> None:
    assert (100.0, 100.0) == (loss_of(0.0, known=True), loss_of(1.0, known=False))


def test_half_a_chance_costs_the_logarithm_of_two() -> None:
    assert log(2) == pytest.approx(loss_of(0.5, known=True))


def test_ratings_of_the_same_day_are_not_predicted() -> None:
    item = Studied(since=(0, 60_000_000, 3 * DAY), ratings=(3, 3, 1), held_out_from=3)

    assert [(2, False)] == [(index, known) for index, _, known in predictions(item, USUAL)]


def test_a_prediction_is_what_the_library_says() -> None:
    item = Studied(since=(0, 3 * DAY), ratings=(4, 2), held_out_from=2)
    card, _ = USUAL.review_card(fsrs.Card(card_id=0, due=moment(0)), fsrs.Rating.Easy, moment(0))

    assert [(1, USUAL.get_card_retrievability(card, moment(3 * DAY)), True)] == list(predictions(item, USUAL))


def test_what_was_held_out_is_measured_apart() -> None:
    items = (Studied(since=(0, 2 * DAY, 9 * DAY), ratings=(3, 3, 1), held_out_from=2),)

    earlier, later = losses(items, DEFAULT_PARAMETERS, DEFAULT_PARAMETERS)

    assert (1, 1) == (earlier.ratings, later.ratings)
    assert earlier.before == earlier.after < later.before == later.after


def test_the_parameters_that_made_the_memory_predict_it_better() -> None:
    choice = choose(ratings_of_learner(4 * NEEDED))

    earlier, later = losses(choice.items, DEFAULT_PARAMETERS, FORGETFUL)

    assert earlier.after < earlier.before
    assert later.after < later.before
