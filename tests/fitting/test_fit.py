import pytest
from msgspec.structs import replace

from quizapp.fitting.choosing import NEEDED, TooFewRatings
from quizapp.fitting.fit import Fit, fit
from quizapp.fitting.messages import Losses
from quizapp.fitting.process import Fitting
from quizapp.study.model import Tuning
from quizapp.study.scheduling import check_tuning
from tests.fitting.made_up import ratings_of_learner

TUNING = Tuning(retention=0.85, longest_days=365)


@pytest.mark.slow
def test_a_fit_to_a_made_up_learner_predicts_what_came_later_better_than_the_usual_parameters() -> None:
    result = fit(ratings_of_learner(NEEDED * 3 // 2), TUNING, Fitting(), lambda share: None)

    assert result.later.after < result.later.before
    assert result.is_better
    assert replace(TUNING, parameters=result.tuning.parameters) == result.tuning
    check_tuning(result.tuning)


@pytest.mark.slow
def test_the_same_ratings_give_the_same_parameters_and_more_of_them_still_better_ones() -> None:
    items = ratings_of_learner(5000)

    first, second = (fit(items, TUNING, Fitting(), lambda share: None) for _ in range(2))

    assert first == second
    assert first.is_better


@pytest.mark.slow
def test_what_is_in_use_already_is_not_found_again() -> None:
    items = ratings_of_learner(1500)
    found = fit(items, TUNING, Fitting(), lambda share: None).tuning

    assert not fit(items, found, Fitting(), lambda share: None).is_better


def test_too_few_ratings_start_no_process() -> None:
    with pytest.raises(TooFewRatings):
        fit(ratings_of_learner(100), TUNING, Fitting(module="no.such.module"), lambda share: None)


def result_with(before: float, after: float) -> Fit:
    worse_earlier = Losses(ratings=800, before=0.3, after=0.4)
    later = Losses(ratings=200, before=before, after=after)
    return Fit(tuning=TUNING, earlier=worse_earlier, later=later, chosen=1000, of=1000)


def test_better_means_on_the_ratings_that_were_held_out() -> None:
    assert result_with(0.35, 0.34).is_better
    assert not result_with(0.35, 0.36).is_better


def test_a_difference_that_would_hardly_show_is_not_better() -> None:
    assert not result_with(0.35, 0.3497).is_better
