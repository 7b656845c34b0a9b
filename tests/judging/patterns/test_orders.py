from itertools import permutations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizapp.judging.patterns import Told
from quizapp.judging.verdict import Diagnosis
from tests.judging.patterns.arrays import SEEDS, are_close, random, shapes, told_of

OTHER_ORDER = Told(Diagnosis.SAME_NUMBERS_OTHER_ORDER)


@settings(max_examples=60, deadline=None)
@given(shape=shapes(axes=(2, 4)), seed=SEEDS, data=st.data())
def test_what_was_permuted_is_right_when_permuted_back(shape: tuple[int, ...], seed: int, data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(shape))).filter(lambda order: list(order) != sorted(order)))
    expected = random(shape, seed)
    got = np.transpose(expected, order)

    told = told_of(expected, got)

    assert told is not None
    if told.diagnosis is Diagnosis.TRANSPOSED:
        assert sum(place != axis for place, axis in enumerate(order)) == 2
    else:
        assert told.diagnosis is Diagnosis.AXES_PERMUTED
        assert are_close(expected, np.transpose(got, np.argsort([int(name) for name in told.names])))


@settings(max_examples=60, deadline=None)
@given(shape=shapes(least=3, axes=(1, 3)), seed=SEEDS, data=st.data())
def test_what_runs_backwards_is_right_when_turned_round(shape: tuple[int, ...], seed: int, data: st.DataObject) -> None:
    axis = data.draw(st.integers(0, len(shape) - 1))
    expected = random(shape, seed)

    assert told_of(expected, np.flip(expected, axis)) == Told(Diagnosis.REVERSED, (str(axis),))


@settings(max_examples=60, deadline=None)
@given(shape=shapes(least=3, axes=(1, 3)), seed=SEEDS, data=st.data())
def test_what_was_shifted_is_right_when_shifted_back(shape: tuple[int, ...], seed: int, data: st.DataObject) -> None:
    axis = data.draw(st.integers(0, len(shape) - 1))
    places = data.draw(st.integers(1, shape[axis] - 1))
    expected = random(shape, seed)
    got = np.roll(expected, places, axis)

    told = told_of(expected, got)

    assert told is not None and told.diagnosis is Diagnosis.SHIFTED
    assert are_close(expected, np.roll(got, -int(told.names[0]), int(told.names[1])))


@settings(max_examples=60, deadline=None)
@given(size=st.integers(4, 40), seed=SEEDS)
def test_shuffled_numbers_are_told_as_such_or_by_a_rearrangement_that_is_true(size: int, seed: int) -> None:
    expected = random((size,), seed)
    got = np.random.default_rng(seed + 1).permutation(expected)
    assume(not are_close(expected, got))

    told = told_of(expected, got)

    assert told is not None
    assert told.diagnosis in (Diagnosis.SAME_NUMBERS_OTHER_ORDER, Diagnosis.SHIFTED, Diagnosis.REVERSED)


@settings(max_examples=100, deadline=None)
@given(
    shape=shapes(axes=(1, 3), most=3),
    data=st.data(),
)
def test_small_whole_numbers_are_never_told_to_be_rearranged_when_they_are_not(
    shape: tuple[int, ...], data: st.DataObject
) -> None:
    size = int(np.prod(shape))
    draw = st.lists(st.integers(0, 2), min_size=size, max_size=size)
    expected, got = (np.array(data.draw(draw), dtype=np.int64).reshape(shape) for _ in range(2))

    told = told_of(expected, got, None)

    rearranged = (
        Diagnosis.TRANSPOSED,
        Diagnosis.AXES_PERMUTED,
        Diagnosis.REVERSED,
        Diagnosis.SHIFTED,
        Diagnosis.SAME_NUMBERS_OTHER_ORDER,
    )
    if told is not None and told.diagnosis in rearranged:
        assert sorted(expected.reshape(-1)) == sorted(got.reshape(-1))


def test_large_arrays_are_told_by_all_their_elements_not_by_a_sample() -> None:
    expected = random((300, 400), 1)
    got = expected.T.copy()
    got[123, 45] += 1

    assert told_of(expected, expected.T) == Told(Diagnosis.TRANSPOSED)
    assert told_of(expected, got) is None


def test_where_two_rearrangements_fit_only_the_order_is_told() -> None:
    assert told_of([[1, 2, 3], [4, 5, 6]], [[4, 5, 6], [1, 2, 3]]) == OTHER_ORDER
    assert told_of([[1, 2], [2, 3]], [[3, 2], [2, 1]]) == OTHER_ORDER


def test_two_swapped_numbers_stand_in_another_order() -> None:
    assert told_of([0.5, 2.5], [2.5, 0.5]) == OTHER_ORDER


@pytest.mark.parametrize(
    ("expected", "got"),
    [
        ([True, False], [False, True]),
        ([True, False, True, False], [False, True, False, True]),
        ([0, 0, 1], [1, 0, 0]),
        ([[0, 1], [0, 0]], [[0, 0], [1, 0]]),
        (np.eye(3)[[1, 2, 0]], np.eye(3)[[2, 0, 1]]),
    ],
)
def test_masks_and_one_hot_rows_fit_too_easily_to_say_anything(expected: object, got: object) -> None:
    assert told_of(expected, got, None) is None


def test_a_large_mask_is_transposed() -> None:
    mask = np.tril(np.ones((4, 4), dtype=bool))

    assert told_of(mask, mask.T, None) == Told(Diagnosis.TRANSPOSED)


def test_numbers_that_may_be_one_but_for_noise_are_not_told_apart() -> None:
    assert told_of([1.0, 1.000001, 1.000002, 5.0], [5.0, 1.0, 1.000001, 1.000002]) is None


def test_shifts_that_repeat_are_not_counted() -> None:
    assert told_of([1, 2, 3] * 3, [3, 1, 2] * 3) == OTHER_ORDER


def test_a_long_axis_is_searched_for_small_shifts_only() -> None:
    expected = random((9000,), 3)

    assert told_of(expected, np.roll(expected, -3)) == Told(Diagnosis.SHIFTED, ("-3", "0"))
    assert told_of(expected, np.roll(expected, 4000)) == OTHER_ORDER


def test_nan_that_stands_elsewhere_is_a_number_that_became_nan() -> None:
    told = told_of([1.0, 2.0, np.nan, 4.0], [np.nan, 1.0, 2.0, 4.0])

    assert told == Told(Diagnosis.NAN, ("1",), (0,))


@pytest.mark.parametrize("order", [order for order in permutations(range(3)) if order != (0, 1, 2)])
def test_axes_of_one_length_are_told_apart_by_the_numbers(order: tuple[int, ...]) -> None:
    expected = np.arange(27.0).reshape(3, 3, 3)
    moved = sum(place != axis for place, axis in enumerate(order))

    told = told_of(expected, np.transpose(expected, order))

    swapped = Told(Diagnosis.TRANSPOSED)
    assert told == (swapped if moved == 2 else Told(Diagnosis.AXES_PERMUTED, tuple(map(str, order))))
