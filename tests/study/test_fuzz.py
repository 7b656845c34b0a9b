from datetime import UTC, datetime, timedelta, timezone

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.fuzz import bounds, fraction_of, fuzz
from tests.study.sample import NOON

DAY = timedelta(days=1)
fractions = st.floats(0, 1, exclude_max=True)


@given(days=st.integers(1, 40_000), fraction=fractions, longest=st.integers(1, 36_500))
def test_an_interval_becomes_what_the_library_makes_of_it(days: int, fraction: float, longest: int) -> None:
    days = min(days, longest)
    library = fsrs.Scheduler(maximum_interval=longest)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fsrs.scheduler, "random", lambda: fraction)

        assert fuzz(days * DAY, fraction, longest) == library._get_fuzzed_interval(interval=days * DAY)


@given(days=st.integers(3, 36_500), fraction=fractions, longest=st.integers(3, 36_500))
def test_an_interval_stays_within_its_bounds(days: int, fraction: float, longest: int) -> None:
    days = min(days, longest)
    low, high = bounds(days, longest)

    assert low <= days <= high <= longest
    assert low * DAY <= fuzz(days * DAY, fraction, longest) <= longest * DAY


@pytest.mark.parametrize("interval", [timedelta(minutes=10), DAY, 2 * DAY])
def test_an_interval_of_less_than_two_and_a_half_days_stays(interval: timedelta) -> None:
    assert fuzz(interval, 0.99, 36_500) == interval


def test_every_interval_of_a_month_between_its_bounds_may_come() -> None:
    low, high = bounds(30, 36_500)
    came = {fuzz(30 * DAY, number / 100, 36_500).days for number in range(100)}

    assert came == set(range(low, high + 1)) | {max(came)}


@given(st.text(), st.none() | st.datetimes(timezones=st.just(UTC)))
def test_a_fraction_is_always_the_same_and_below_one(item: str, rated_at: datetime | None) -> None:
    assert 0 <= fraction_of(item, rated_at) < 1
    assert fraction_of(item, rated_at) == fraction_of(item, rated_at)


def test_a_fraction_does_not_depend_on_the_zone() -> None:
    elsewhere = NOON.astimezone(timezone(timedelta(hours=8)))

    assert fraction_of("p/l/a", NOON) == fraction_of("p/l/a", elsewhere)


def test_fractions_of_items_and_times_differ_and_fill_the_room() -> None:
    found = [fraction_of(f"p/l/{number}", NOON + timedelta(days=day)) for number in range(30) for day in range(30)]

    assert len(set(found)) == 900
    assert min(found) < 0.05
    assert max(found) > 0.95
