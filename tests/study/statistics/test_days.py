from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.days import beginning_of
from quizapp.study.statistics.days import Days, micros, week_of

BERLIN = ZoneInfo("Europe/Berlin")
MOMENTS = st.datetimes(datetime(1971, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))


def date_of(moment: datetime, zone: ZoneInfo, begins: int) -> date:
    """Return the date of the learner's day that holds a moment, one moment at a time."""
    day = moment.astimezone(zone).date()
    return day if beginning_of(day, zone, begins) <= moment else day - timedelta(days=1)


@given(
    st.lists(MOMENTS, max_size=20),
    st.sampled_from(("UTC", "Europe/Berlin", "Asia/Shanghai", "Pacific/Apia", "America/St_Johns")),
    st.integers(0, 23),
)
def test_a_moment_belongs_to_the_day_that_the_schedule_counts_it_to(
    moments: list[datetime], zone: str, begins: int
) -> None:
    days = Days(ZoneInfo(zone), begins)

    found = days.of(np.array([micros(moment) for moment in moments], dtype=np.int64))

    assert found.tolist() == [date_of(moment, ZoneInfo(zone), begins).toordinal() for moment in moments]


def test_before_the_day_begins_it_is_still_yesterday() -> None:
    days, night = Days(BERLIN, 4), datetime(2026, 3, 2, 3, 59, tzinfo=BERLIN)

    assert days.today(night) == datetime(2026, 3, 1).toordinal()
    assert days.today(night + timedelta(minutes=1)) == datetime(2026, 3, 2).toordinal()


def test_clocks_that_were_set_to_any_year_have_a_day() -> None:
    times = np.array([micros(datetime(1, 1, 1, tzinfo=UTC)), micros(datetime(9999, 12, 31, tzinfo=UTC))])

    assert Days(UTC, 4).of(times).size == 2


def test_a_week_is_known_by_its_monday() -> None:
    monday = datetime(2026, 3, 2).toordinal()

    assert week_of(np.array([monday - 1, monday, monday + 6])).tolist() == [monday - 7, monday, monday]
