"""Numbers as colours, and how two tensors compare."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.desktop.widgets.inspector.heat_model import (
    DIVERGING_ON_LIGHT,
    SEQUENTIAL,
    Scale,
    colour_table,
    coloured,
    compare,
    shrunk,
)
from tests.desktop.widgets.inspector.seen import tensor

SQUARE = np.arange(9.0).reshape(3, 3)


def test_expected_and_got_have_one_scale_and_the_difference_one_around_zero() -> None:
    compared = compare(tensor([1.0, 2.0]), tensor([1.0, 7.0]))

    assert (compared.scale, compared.around_zero) == (Scale(1.0, 7.0), Scale(-5.0, 5.0))


def test_the_worst_element_is_found_and_how_many_differ() -> None:
    compared = compare(tensor(SQUARE), tensor(SQUARE + np.eye(3)[::-1] * [1, 2, 3]))

    assert compared.worst is not None
    assert (compared.worst.worst, compared.worst.count) == ((0, 2), 3)


def test_a_transposed_square_is_told() -> None:
    assert compare(tensor(SQUARE), tensor(SQUARE.T.copy())).is_swapped


def test_a_transposed_rectangle_is_told_though_it_has_no_difference() -> None:
    compared = compare(tensor(np.arange(6.0).reshape(2, 3)), tensor(np.arange(6.0).reshape(2, 3).T.copy()))

    assert (compared.is_swapped, compared.difference) == (True, None)


def test_what_is_the_same_both_ways_is_not_called_transposed() -> None:
    assert not compare(tensor(np.eye(3)), tensor(np.eye(3))).is_swapped


def test_nan_where_nan_was_expected_is_no_difference() -> None:
    compared = compare(tensor([np.nan, np.inf]), tensor([np.nan, np.inf]))

    assert compared.difference is not None
    assert (compared.difference.tolist(), compared.worst) == ([0.0, 0.0], None)


def test_unsigned_numbers_do_not_wrap_around() -> None:
    compared = compare(tensor(np.array([3], dtype=np.uint8)), tensor(np.array([1], dtype=np.uint8)))

    assert compared.difference is not None
    assert compared.difference.tolist() == [-2.0]


def test_what_is_not_finite_is_see_through() -> None:
    pixels = coloured(np.array([[0.0, np.nan, np.inf]]), Scale(0, 1), colour_table(SEQUENTIAL))

    assert pixels[0, :, 3].tolist() == [255, 0, 0]


def test_zero_lies_in_the_middle_of_a_diverging_scale() -> None:
    table = colour_table(DIVERGING_ON_LIGHT)
    [[least, zero, greatest]] = coloured(np.array([[-1.0, 0.0, 1.0]]), Scale(-1, 1), table).tolist()

    assert min(zero[:3]) > 235
    assert least[2] > least[0] and greatest[0] > greatest[2]


@settings(deadline=None, database=None)
@given(st.integers(1, 40), st.integers(1, 40))
def test_a_shrunk_plane_keeps_its_mean_and_its_extremes(rows: int, columns: int) -> None:
    plane = np.random.default_rng(rows * 100 + columns).normal(size=(rows, columns))

    small, peaks = shrunk(plane, 8), shrunk(plane, 8, keep_extremes=True)

    assert small.shape == (min(rows, 8), min(columns, 8))
    assert plane.min() <= small.min() and small.max() <= plane.max()
    assert np.abs(peaks).max() == np.abs(plane).max()


def test_one_nan_is_not_lost_in_a_shrunk_plane() -> None:
    plane = np.zeros((1000, 1000))
    plane[700, 300] = np.nan

    assert np.isnan(shrunk(plane)).sum() == 1
