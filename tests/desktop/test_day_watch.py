"""When a day has ended, and when to look again."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.desktop.day_watch import LONGEST_WAIT, DayWatch

EVENING = datetime(2026, 3, 2, 23, tzinfo=UTC)


@pytest.fixture
def watch() -> DayWatch:
    return DayWatch(EVENING, 4, UTC)


def test_midnight_is_no_other_day_if_days_begin_at_four(watch: DayWatch) -> None:
    assert not watch.look(EVENING + timedelta(hours=4), 4)


def test_the_hour_at_which_days_begin_is_another_day(watch: DayWatch) -> None:
    assert watch.look(EVENING + timedelta(hours=5), 4)


def test_a_day_is_told_once(watch: DayWatch) -> None:
    watch.look(EVENING + timedelta(hours=5), 4)

    assert not watch.look(EVENING + timedelta(hours=6), 4)


def test_days_that_are_let_begin_earlier_may_have_begun(watch: DayWatch) -> None:
    assert watch.look(EVENING, 22)


def test_a_clock_that_is_set_back_is_another_day(watch: DayWatch) -> None:
    assert watch.look(EVENING - timedelta(days=1), 4)


def test_shortly_before_its_end_the_day_is_waited_for(watch: DayWatch) -> None:
    assert timedelta(minutes=1) == watch.wait(EVENING + timedelta(hours=4, minutes=59), 4)


def test_long_before_one_looks_now_and_then(watch: DayWatch) -> None:
    assert watch.wait(EVENING, 4) == LONGEST_WAIT


@given(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)), st.integers(0, 23))
def test_who_looks_when_told_to_sees_each_day_begin(now: datetime, hour: int) -> None:
    zone = ZoneInfo("Europe/Berlin")
    watch, seen = DayWatch(now, hour, zone), 0
    end = now + timedelta(days=2)
    while now < end:
        now += watch.wait(now, hour)
        seen += watch.look(now, hour)

    assert seen in (1, 2, 3)
