import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizapp.judging.numbers import SINGLE, find_mismatch
from quizapp.judging.patterns import Pair, Told
from quizapp.judging.patterns.factors import whole_multiple
from quizapp.judging.verdict import Diagnosis
from tests.judging.patterns.arrays import SEEDS, are_close, random, shapes, told_of

FACTORS = st.floats(-100, 100).filter(lambda factor: abs(factor) > 0.02 and abs(abs(factor) - 1) > 0.02)


@settings(max_examples=60, deadline=None)
@given(shape=shapes(axes=(1, 3)), seed=SEEDS, factor=FACTORS)
def test_what_was_scaled_is_right_when_divided(shape: tuple[int, ...], seed: int, factor: float) -> None:
    expected = random(shape, seed)
    got = expected * np.float32(factor)

    told = told_of(expected, got)

    assert told is not None and told.diagnosis is Diagnosis.SCALED
    assert float(told.names[0]) == pytest.approx(factor, rel=1e-3)


@settings(max_examples=60, deadline=None)
@given(shape=shapes(axes=(1, 3)), seed=SEEDS, added=st.floats(-50, 50).filter(lambda added: abs(added) > 0.1))
def test_what_was_added_makes_it_right_when_taken_off(shape: tuple[int, ...], seed: int, added: float) -> None:
    expected = random(shape, seed)
    assume(np.ptp(expected) > 0.1)

    told = told_of(expected, expected + np.float32(added))

    assert told is not None and told.diagnosis is Diagnosis.OFFSET
    assert float(told.names[0]) == pytest.approx(added, rel=1e-3, abs=1e-4)


@settings(max_examples=60, deadline=None)
@given(shape=shapes(least=1, axes=(0, 3)), seed=SEEDS)
def test_the_opposite_is_the_sign_and_no_factor(shape: tuple[int, ...], seed: int) -> None:
    expected = random(shape, seed)
    assume(np.abs(expected).min() > 0.01)

    assert told_of(expected, -expected) == Told(Diagnosis.NEGATED)


@settings(max_examples=60, deadline=None)
@given(shape=shapes(axes=(1, 3)), seed=SEEDS)
def test_other_numbers_are_neither(shape: tuple[int, ...], seed: int) -> None:
    expected, got = random(shape, seed), random(shape, seed + 1)

    told = told_of(expected, got)

    assert told is None or are_close(np.sort(expected, None), np.sort(got, None))


@pytest.mark.parametrize(
    ("expected", "got"),
    [
        ([0.0, 0.0, 5.0], [0.0, 0.0, 7.0]),
        ([0.0, 0.0, 5.0], [0.0, 0.0, -5.0]),
        ([1.0, 2.0], [2.0, 4.0]),
        ([1.0, 2.0], [4.0, 5.0]),
        ([3.0, 3.0], [6.0, 6.0]),
        ([1.5, 2.5, 3.5], [3.0, 5.0, 7.01]),
        ([1.5, 2.5, 3.5], [2.5, 3.5, 4.6]),
        ([1.5, 2.5, 3.5], [np.inf, np.inf, 7.0]),
    ],
)
def test_too_few_numbers_or_nearly_a_pattern_say_nothing(expected: object, got: object) -> None:
    told = told_of(expected, got)

    assert told is None or told.diagnosis is Diagnosis.INFINITE


def test_one_loss_of_the_opposite_sign_is_told() -> None:
    assert told_of(2.25, -2.25) == Told(Diagnosis.NEGATED)


def test_whole_numbers_are_scaled_and_offset_exactly() -> None:
    assert told_of([1, 2, 3, 5], [2, 4, 6, 10], "int64") == Told(Diagnosis.SCALED, ("2.0",))
    assert told_of([1, 2, 3, 5], [2, 4, 6, 11], "int64") is None
    assert told_of([1, 2, 3, 5], [0, 1, 2, 4], "int64") == Told(Diagnosis.OFFSET, ("-1",))


def test_large_whole_numbers_are_offset_exactly() -> None:
    large = np.array([2**60, 2**61, 2**62])

    assert told_of(large, large + 7, None) == Told(Diagnosis.OFFSET, ("7",))
    assert told_of(large, large + np.array([7, 7, 8]), None) is None


def test_truths_have_no_sign_and_no_factor() -> None:
    assert told_of([True, False, True], [False, True, False], "bool") is None


def test_numbers_without_a_sign_do_not_wrap_around() -> None:
    assert told_of([1, 2, 3], [255, 254, 253], "uint8") is None
    assert told_of([250, 251, 252, 254], [251, 252, 253, 255], "uint8") == Told(Diagnosis.OFFSET, ("1",))


def multiple(expected: object, got: object) -> int | None:
    one, other = np.asarray(expected, np.float32), np.asarray(got, np.float32)
    return whole_multiple(Pair(one, other, SINGLE, find_mismatch(one, other, SINGLE)))


@settings(max_examples=60, deadline=None)
@given(shape=shapes(axes=(1, 3)), seed=SEEDS, factor=st.integers(2, 1000))
def test_a_whole_multiple_is_found(shape: tuple[int, ...], seed: int, factor: int) -> None:
    expected = random(shape, seed)

    assert multiple(expected, expected * np.float32(factor)) == factor
    assert multiple(expected, expected * np.float32(factor + 0.1)) is None


@pytest.mark.parametrize(
    ("expected", "got", "factor"),
    [(0.3, 0.6, 2), (3.0, 12.0, 4), ([4.0, 4.0], [8.0, 8.0], 2), (1.0, 3.0, None), (2.0, 8.0, None), (0.3, 6.0, None)],
)
def test_one_number_alone_is_a_multiple_only_where_chance_is_small(
    expected: object, got: object, factor: int | None
) -> None:
    assert multiple(expected, got) == factor


@pytest.mark.parametrize(("expected", "got"), [([0.0, 0.0], [1.0, 2.0]), ([1.0, 2.0], [0.0, 0.0]), (1.5, np.inf)])
def test_zero_and_infinity_are_no_multiples(expected: object, got: object) -> None:
    assert multiple(expected, got) is None
