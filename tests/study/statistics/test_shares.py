from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.statistics.shares import Share


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_the_bounds_hold_the_share(some: int, others: int) -> None:
    share = Share(some, some + others)

    low, high = share.interval()

    assert 0 <= low <= high <= 1
    if share.of:
        assert low - 1e-9 <= share.value <= high + 1e-9


def test_a_larger_sample_says_more() -> None:
    few, many = Share(9, 10).interval(), Share(900, 1000).interval()

    assert many[1] - many[0] < few[1] - few[0]


def test_the_bounds_are_those_of_wilson() -> None:
    low, high = Share(8, 10).interval()

    # From the tables of Newcombe, Statistics in Medicine 17 (1998), for 8 of 10.
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)


def test_nothing_may_be_anything() -> None:
    assert (Share(0, 0).value, Share(0, 0).interval()) == (0.0, (0.0, 1.0))
