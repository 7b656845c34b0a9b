"""Whatever is told of two small arrays is true of them, however they came about: undone, the difference is gone."""

from collections.abc import Callable
from itertools import combinations

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizapp.judging.patterns import Told
from quizapp.judging.verdict import Diagnosis
from tests.judging.patterns.arrays import Numbers, are_close, shapes, told_of


def is_transposed(expected: Numbers, got: Numbers, told: Told) -> bool:
    return any(
        are_close(expected, turned)
        for axes in combinations(range(got.ndim), 2)
        if (turned := np.swapaxes(got, *axes)).shape == expected.shape
    )


def is_permuted(expected: Numbers, got: Numbers, told: Told) -> bool:
    return are_close(np.transpose(expected, [int(name) for name in told.names]), got)


def is_reversed(expected: Numbers, got: Numbers, told: Told) -> bool:
    return are_close(expected, np.flip(got, int(told.names[0])))


def is_shifted(expected: Numbers, got: Numbers, told: Told) -> bool:
    return are_close(expected, np.roll(got, -int(told.names[0]), int(told.names[1])))


def is_reordered(expected: Numbers, got: Numbers, told: Told) -> bool:
    return are_close(np.sort(expected, None), np.sort(got, None))


def is_scaled(expected: Numbers, got: Numbers, told: Told) -> bool:
    return bool(np.allclose(expected * float(told.names[0]), got, rtol=1e-3))


def is_offset(expected: Numbers, got: Numbers, told: Told) -> bool:
    return bool(np.allclose(expected + float(told.names[0]), got, rtol=1e-3))


def is_negated(expected: Numbers, got: Numbers, told: Told) -> bool:
    return are_close(expected, -got)


def is_one_slice(expected: Numbers, got: Numbers, told: Told) -> bool:
    axis, index = map(int, told.names)
    return are_close(np.delete(expected, index, axis), np.delete(got, index, axis))


def is_first_few(expected: Numbers, got: Numbers, told: Told) -> bool:
    right, of = map(int, told.names)
    wrong = [not are_close(expected[at : at + 1], got[at : at + 1]) for at in range(of)]
    return len(expected) == of and wrong == [at >= right for at in range(of)]


def is_normalised(expected: Numbers, got: Numbers, told: Told) -> bool:
    wrong, right = map(int, told.names)
    return bool(np.allclose(expected.sum(right), 1) and np.allclose(got.sum(wrong), 1))


def is_regrouped(expected: Numbers, got: Numbers, told: Told) -> bool:
    return are_close(expected.reshape(-1), got.reshape(-1))


def is_stretched(expected: Numbers, got: Numbers, told: Told) -> bool:
    return are_close(expected, np.broadcast_to(got, expected.shape))


def is_diagonal(expected: Numbers, got: Numbers, told: Told) -> bool:
    return are_close(expected.reshape(-1), np.diagonal(got))


def has_another_axis(expected: Numbers, got: Numbers, told: Told) -> bool:
    return expected.shape != got.shape


ORACLES: dict[Diagnosis, Callable[[Numbers, Numbers, Told], bool]] = {
    Diagnosis.TRANSPOSED: is_transposed,
    Diagnosis.AXES_PERMUTED: is_permuted,
    Diagnosis.REVERSED: is_reversed,
    Diagnosis.SHIFTED: is_shifted,
    Diagnosis.SAME_NUMBERS_OTHER_ORDER: is_reordered,
    Diagnosis.SCALED: is_scaled,
    Diagnosis.OFFSET: is_offset,
    Diagnosis.NEGATED: is_negated,
    Diagnosis.ONE_SLICE_WRONG: is_one_slice,
    Diagnosis.ONLY_FIRST_RIGHT: is_first_few,
    Diagnosis.NORMALISED_WRONG_AXIS: is_normalised,
    Diagnosis.SAME_NUMBERS_OTHER_SHAPE: is_regrouped,
    Diagnosis.WOULD_BROADCAST: is_stretched,
    Diagnosis.ON_DIAGONAL: is_diagonal,
    Diagnosis.AXIS_LENGTH: has_another_axis,
    Diagnosis.AXIS_MISSING: has_another_axis,
    Diagnosis.AXIS_EXTRA: has_another_axis,
}


@st.composite
def arrays(draw: st.DrawFn, shape: tuple[int, ...], step: float) -> Numbers:
    """Few different numbers in a small array: where chance is at its best."""
    size = int(np.prod(shape))
    drawn = draw(st.lists(st.integers(-2, 3), min_size=size, max_size=size))
    return np.array(drawn, np.float32).reshape(shape) * np.float32(step)


@settings(max_examples=400, deadline=None)
@given(shape=shapes(least=1, axes=(1, 3), most=4), step=st.sampled_from((0.3, 1.0)), data=st.data())
def test_what_is_told_of_two_arrays_of_one_shape_is_true(
    shape: tuple[int, ...], step: float, data: st.DataObject
) -> None:
    expected, got = (data.draw(arrays(shape, step)) for _ in range(2))

    told = told_of(expected, got)

    assert told is None or ORACLES[told.diagnosis](expected, got, told)


@settings(max_examples=200, deadline=None)
@given(shape=shapes(least=1, axes=(1, 3), most=3), other=shapes(least=1, axes=(1, 3), most=3), data=st.data())
def test_what_is_told_of_two_arrays_of_different_shapes_is_true(
    shape: tuple[int, ...], other: tuple[int, ...], data: st.DataObject
) -> None:
    assume(shape != other)
    expected, got = data.draw(arrays(shape, 1.0)), data.draw(arrays(other, 1.0))

    told = told_of(expected, got)

    assert told is None or ORACLES[told.diagnosis](expected, got, told)


@settings(max_examples=100, deadline=None)
@given(shape=shapes(least=1, axes=(1, 3), most=4), data=st.data())
def test_what_is_told_after_one_number_was_changed_is_true(shape: tuple[int, ...], data: st.DataObject) -> None:
    expected = data.draw(arrays(shape, 1.0))
    got = expected.copy()
    got.reshape(-1)[data.draw(st.integers(0, got.size - 1))] += 1

    told = told_of(expected, got)

    assert told is None or ORACLES[told.diagnosis](expected, got, told)
