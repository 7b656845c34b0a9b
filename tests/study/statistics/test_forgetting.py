from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.model import Tuning
from quizapp.study.scheduling import pace_of
from quizapp.study.scheduling import retrievability as by_fsrs
from quizapp.study.standing import Stage, Standing
from quizapp.study.statistics.days import micros
from quizapp.study.statistics.forgetting import retrievability
from quizapp.study.statistics.overview import decay_of
from tests.study.sample import NOON


@given(st.floats(0.001, 36500), st.floats(0, 4000))
def test_it_is_known_as_likely_as_fsrs_says(stability: float, days: float) -> None:
    standing = Standing(state=Stage.REVIEW, stability=stability, difficulty=5.0, rated_at=NOON, memory_due=NOON)
    now = NOON + timedelta(days=days)

    ours = retrievability(np.array([stability]), np.array([float(micros(NOON))]), now, decay_of(Tuning()))

    assert ours[0] == pytest.approx(by_fsrs(standing, now, pace_of(Tuning())))


def test_what_was_never_rated_has_no_number() -> None:
    nothing = np.array([np.nan])

    assert np.isnan(retrievability(nothing, nothing, NOON, 0.2)).all()


def test_a_rating_from_a_clock_that_was_ahead_has_just_been_given() -> None:
    ahead = np.array([float(micros(NOON + timedelta(days=3)))])

    assert retrievability(np.array([5.0]), ahead, NOON, 0.2).tolist() == [1.0]
