import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.judging.patterns import Told, diagnose_sizes
from quizapp.judging.verdict import Diagnosis
from tests.judging.patterns.arrays import SEEDS, random, shapes, told_of

SIZES = st.lists(st.integers(0, 5), max_size=4).map(tuple)


@settings(max_examples=60, deadline=None)
@given(expected=SIZES, got=SIZES)
def test_what_the_sizes_tell_is_true_of_them(expected: tuple[int, ...], got: tuple[int, ...]) -> None:
    told = None if expected == got else diagnose_sizes(expected, got)

    if told is not None:
        axis = int(told.names[0])
        longer = got if told.diagnosis is Diagnosis.AXIS_EXTRA else expected
        without = longer[:axis] + longer[axis + 1 :]
        assert (
            without
            == {
                Diagnosis.AXIS_EXTRA: expected,
                Diagnosis.AXIS_MISSING: got,
                Diagnosis.AXIS_LENGTH: got[:axis] + got[axis + 1 :],
            }[told.diagnosis]
        )


@settings(max_examples=60, deadline=None)
@given(shape=shapes(axes=(1, 3)), seed=SEEDS, data=st.data())
def test_what_broadcasts_is_told_only_where_the_stretched_numbers_are_right(
    shape: tuple[int, ...], seed: int, data: st.DataObject
) -> None:
    small = random(shape, seed)
    axis = data.draw(st.integers(0, len(shape)))
    expected = np.repeat(np.expand_dims(small, axis), 3, axis)

    told = told_of(expected, small)

    stretched = axis == 0
    assert (told == Told(Diagnosis.WOULD_BROADCAST)) == stretched


def test_a_number_where_a_tensor_of_it_was_due_would_broadcast() -> None:
    assert told_of(np.ones(5), np.float32(1)) == Told(Diagnosis.WOULD_BROADCAST)
    assert told_of(np.ones(5), np.float32(2)) == Told(Diagnosis.AXIS_MISSING, ("0",))


def test_a_column_where_a_vector_was_due_has_an_axis_too_many() -> None:
    assert told_of(np.arange(3.0), np.arange(3.0)[:, None]) == Told(Diagnosis.AXIS_EXTRA, ("1",))


def test_a_column_that_met_a_row_has_the_right_numbers_on_its_diagonal() -> None:
    one, other = np.array([1.0, 2.0, 4.0]), np.array([0.5, 0.5, 3.0])
    square = one[:, None] - other

    assert told_of(one - other, square) == Told(Diagnosis.ON_DIAGONAL)
    assert told_of((one - other)[:, None], square) == Told(Diagnosis.ON_DIAGONAL)
    assert told_of(one - other + 0.1, square) is None
    assert told_of((one - other)[:2], square[:2, :2]) is None


def test_a_row_that_lacks_its_axis_of_one_repeats_nothing() -> None:
    assert told_of(np.arange(3.0)[None], np.arange(3.0)) == Told(Diagnosis.AXIS_MISSING, ("0",))


@pytest.mark.parametrize(
    ("expected", "got"), [((3, 3), (3,)), ((2, 3), (3, 2)), ((2, 3), (4, 5)), ((2, 3, 4), (3,)), ((), (2, 3))]
)
def test_sizes_that_leave_a_doubt_say_nothing(expected: tuple[int, ...], got: tuple[int, ...]) -> None:
    assert diagnose_sizes(expected, got) is None


def test_regrouped_numbers_are_not_transposed_even_where_both_fit() -> None:
    assert told_of(np.arange(3.0)[None], np.arange(3.0)[:, None]) == Told(Diagnosis.SAME_NUMBERS_OTHER_SHAPE)


def test_a_constant_of_another_shape_says_nothing() -> None:
    assert told_of(np.ones((2, 3)), np.ones((3, 2))) is None


def test_axes_of_which_several_orders_fit_are_not_told() -> None:
    block = np.array([[1.0, 2.0, 3.0], [2.0, 4.0, 5.0], [3.0, 5.0, 6.0]])
    expected = np.stack([block, block * 10])

    assert told_of(expected, np.transpose(expected, (1, 2, 0))) != Told(Diagnosis.AXES_PERMUTED, ("1", "2", "0"))
