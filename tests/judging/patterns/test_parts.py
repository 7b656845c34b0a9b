import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.judging.patterns import Told
from quizapp.judging.verdict import Diagnosis
from tests.judging.patterns.arrays import SEEDS, random, shapes, told_of


@settings(max_examples=60, deadline=None)
@given(shape=shapes(axes=(2, 3)), seed=SEEDS, data=st.data())
def test_one_wrong_slice_is_told_with_its_axis_and_index(
    shape: tuple[int, ...], seed: int, data: st.DataObject
) -> None:
    axis = data.draw(st.integers(0, len(shape) - 1))
    index = data.draw(st.integers(0, shape[axis] - 1))
    expected = random(shape, seed)
    part = tuple(index if each == axis else None for each in range(len(shape)))
    got = expected.copy()
    got[tuple(slice(None) if each is None else each for each in part)] = random(shape, seed + 1).reshape(-1)[0] + 9

    assert told_of(expected, got) == Told(Diagnosis.ONE_SLICE_WRONG, (str(axis), str(index)), part)


@settings(max_examples=60, deadline=None)
@given(size=st.integers(5, 40), width=st.integers(1, 3), seed=SEEDS, data=st.data())
def test_only_the_first_are_right_where_all_that_follows_is_wrong(
    size: int, width: int, seed: int, data: st.DataObject
) -> None:
    right = data.draw(st.integers(1, size - 2))
    expected = random((size, width), seed) + 10
    got = expected.copy()
    got[right:] = 0

    assert told_of(expected, got) == Told(Diagnosis.ONLY_FIRST_RIGHT, (str(right), str(size)), (right, None))


def test_a_right_element_after_the_wrong_ones_is_no_end() -> None:
    assert told_of([1.0, 2.0, 3.0, 4.0, 5.0, 6.0], [1.0, 2.0, 3.0, 9.0, 1.0, 6.0]) is None


def test_one_or_two_right_ones_before_other_numbers_are_chance() -> None:
    assert told_of([0.0, 1.0, 8.0, 27.0], [0.0, 1.0, 4.0, 9.0]) is None


def test_one_wrong_element_is_no_slice() -> None:
    got = np.zeros((3, 3))
    got[1, 2] = 4

    assert told_of(np.zeros((3, 3)), got) is None


def test_a_slice_of_which_little_is_wrong_is_none() -> None:
    got = np.arange(40.0).reshape(4, 10)
    got[1, [2, 7]] = 99, 98

    assert told_of(np.arange(40.0).reshape(4, 10), got) is None


def test_a_line_that_lies_in_slices_of_two_axes_is_told_as_neither() -> None:
    got = np.arange(27.0).reshape(3, 3, 3)
    got[1, 2] = 99, 98, 97

    assert told_of(np.arange(27.0).reshape(3, 3, 3), got) is None


def test_nan_is_told_with_how_many_and_where_the_first_is() -> None:
    expected = np.arange(6.0).reshape(2, 3)
    got = np.array([[0, 1, np.nan], [np.nan, 4, np.inf]])

    assert told_of(expected, got) == Told(Diagnosis.NAN, ("2",), (0, 2))


def test_infinity_is_told_with_how_many_and_where_the_first_is() -> None:
    assert told_of([1.0, 2.0, 3.0], [1.0, -np.inf, np.inf]) == Told(Diagnosis.INFINITE, ("2",), (1,))


def test_nan_and_infinity_that_were_expected_are_not_told() -> None:
    assert told_of([np.nan, np.inf, 1.0], [np.nan, np.inf, 2.0]) is None


def test_an_infinity_of_the_wrong_sign_is_no_number_that_became_one() -> None:
    assert told_of([np.inf, 1.0], [-np.inf, 1.0]) is None
