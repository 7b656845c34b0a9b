from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.days import beginning_of, day_began, day_ends
from tests.study.sample import NOON

BEIJING = timezone(timedelta(hours=8))
BERLIN = ZoneInfo("Europe/Berlin")
ZONES = ("UTC", "Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia")


@pytest.mark.parametrize(
    ("now", "began"),
    [
        (datetime(2026, 3, 2, 3, 59, tzinfo=BEIJING), datetime(2026, 3, 1, 4, tzinfo=BEIJING)),
        (datetime(2026, 3, 2, 4, 0, tzinfo=BEIJING), datetime(2026, 3, 2, 4, tzinfo=BEIJING)),
        (datetime(2026, 3, 2, 23, 59, tzinfo=BEIJING), datetime(2026, 3, 2, 4, tzinfo=BEIJING)),
        (datetime(2026, 3, 1, 22, 0, tzinfo=UTC), datetime(2026, 3, 2, 4, tzinfo=BEIJING)),
    ],
)
def test_a_day_begins_at_four_local_time(now: datetime, began: datetime) -> None:
    assert day_began(now, BEIJING) == began


def test_the_day_on_which_the_clocks_change_begins_at_four_too() -> None:
    now = datetime(2026, 3, 29, 12, tzinfo=BERLIN)

    assert day_began(now, BERLIN) == datetime(2026, 3, 29, 2, tzinfo=UTC)


def test_this_machine_s_zone_is_the_usual_one() -> None:
    began = day_began(NOON)

    assert (began.astimezone().hour, began.astimezone().minute, began.tzinfo) == (4, 0, UTC)
    assert timedelta(0) <= NOON - began < timedelta(days=1)


@pytest.mark.parametrize("hour", [0, 4, 12, 23])
def test_a_day_begins_at_the_hour_that_the_learner_sets(hour: int) -> None:
    now = datetime(2026, 3, 2, 23, 30, tzinfo=BEIJING)

    assert day_began(now, BEIJING, hour) == datetime(2026, 3, 2, hour, tzinfo=BEIJING)


def test_an_hour_that_the_clocks_skip_begins_the_day_when_they_are_put_forward() -> None:
    now = datetime(2026, 3, 29, 12, tzinfo=BERLIN)

    assert day_began(now, BERLIN, 2) == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_an_hour_that_comes_twice_begins_the_day_the_first_time() -> None:
    now = datetime(2026, 10, 25, 12, tzinfo=BERLIN)

    assert day_began(now, BERLIN, 2) == datetime(2026, 10, 25, 0, tzinfo=UTC)


def test_the_days_of_summer_time_have_other_lengths() -> None:
    spring, autumn = datetime(2026, 3, 29, 1, tzinfo=BERLIN), datetime(2026, 10, 25, 1, tzinfo=BERLIN)

    lengths = [day_ends(now, BERLIN) - day_began(now, BERLIN) for now in (spring, autumn)]

    assert lengths == [timedelta(hours=23), timedelta(hours=25)]


@given(
    now=st.datetimes(datetime(1995, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)),
    zone=st.sampled_from(ZONES).map(ZoneInfo),
    hour=st.integers(0, 23),
)
def test_every_moment_lies_in_one_day_that_meets_the_next(now: datetime, zone: ZoneInfo, hour: int) -> None:
    began, ends = day_began(now, zone, hour), day_ends(now, zone, hour)

    assert began <= now < ends
    assert day_began(ends, zone, hour) == ends
    assert day_ends(ends - timedelta(microseconds=1), zone, hour) == ends


def test_the_beginning_of_a_date_is_in_utc() -> None:
    assert beginning_of(date(2026, 3, 2), BEIJING) == datetime(2026, 3, 1, 20, tzinfo=UTC)
