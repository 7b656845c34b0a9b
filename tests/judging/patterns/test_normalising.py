from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.judging.patterns import Told
from quizapp.judging.verdict import Diagnosis
from tests.judging.patterns.arrays import SEEDS, Numbers, random, shapes, told_of


def softmax(logits: Any, axis: int | tuple[int, ...]) -> Numbers:
    powers = np.exp(np.asarray(logits, np.float64))
    return np.asarray(powers / powers.sum(axis, keepdims=True), np.float32)


@settings(max_examples=60, deadline=None)
@given(shape=shapes(axes=(2, 4)), seed=SEEDS, in_logs=st.booleans(), data=st.data())
def test_softmax_along_another_axis_is_told(
    shape: tuple[int, ...], seed: int, in_logs: bool, data: st.DataObject
) -> None:
    right, wrong = data.draw(st.permutations(range(len(shape))))[:2]
    expected, got = (softmax(random(shape, seed), axis) for axis in (right, wrong))

    told = told_of(np.log(expected), np.log(got)) if in_logs else told_of(expected, got)

    assert told == Told(Diagnosis.NORMALISED_WRONG_AXIS, (str(wrong), str(right)))


@settings(max_examples=60, deadline=None)
@given(shape=shapes(axes=(2, 2)), seed=SEEDS)
def test_softmax_of_other_logits_is_not(shape: tuple[int, ...], seed: int) -> None:
    expected, got = softmax(random(shape, seed), 1), softmax(random(shape, seed + 1), 0)

    told = told_of(expected, got)

    assert told is None or told.diagnosis is not Diagnosis.NORMALISED_WRONG_AXIS


def test_a_transposed_softmax_is_transposed() -> None:
    probabilities = softmax(random((4, 4), 5), 1)

    assert told_of(probabilities, probabilities.T) == Told(Diagnosis.TRANSPOSED)


def test_softmax_over_everything_is_not_along_the_wrong_axis() -> None:
    logits = random((3, 4), 2)

    assert told_of(softmax(logits, 1), softmax(logits, (0, 1))) is None


@pytest.mark.parametrize("logits", [np.zeros((3, 3)), np.zeros((2, 4))])
def test_logits_that_are_all_alike_do_no_harm(logits: Numbers) -> None:
    told = told_of(softmax(logits, 1), softmax(logits, 0))

    assert told is None or told.diagnosis is Diagnosis.NORMALISED_WRONG_AXIS


def masked(seed: int, size: int) -> Numbers:
    return np.where(np.tri(size) > 0, random((size, size), seed), -np.inf)


@settings(max_examples=60, deadline=None)
@given(size=st.integers(3, 12), seed=SEEDS)
def test_a_masked_softmax_along_the_wrong_axis_is_told(size: int, seed: int) -> None:
    scores = masked(seed, size)

    assert told_of(softmax(scores, 1), softmax(scores, 0)) == Told(Diagnosis.NORMALISED_WRONG_AXIS, ("0", "1"))


@settings(max_examples=60, deadline=None)
@given(size=st.integers(3, 12), seed=SEEDS)
def test_a_masked_softmax_of_other_scores_is_not(size: int, seed: int) -> None:
    told = told_of(softmax(masked(seed, size), 1), softmax(masked(seed + 1, size), 0))

    assert told is None or told.diagnosis is not Diagnosis.NORMALISED_WRONG_AXIS


def test_a_mask_that_leaves_too_little_says_nothing() -> None:
    scores = masked(1, 2)

    assert told_of(softmax(scores, 1), softmax(scores, 0)) is None


def test_another_mask_is_another_softmax() -> None:
    scores = random((4, 4), 1)
    upper = np.where(np.tri(4).T > 0, scores, -np.inf)
    lower = np.where(np.tri(4) > 0, scores, -np.inf)

    assert told_of(softmax(lower, 1), softmax(upper, 0)) is None
