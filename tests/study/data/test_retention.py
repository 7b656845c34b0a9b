from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.data.retention import DAYS, MONTHS, WEEKS, kept

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)

moments = st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1)).map(lambda moment: moment.replace(tzinfo=UTC))


def daily(days: int) -> list[datetime]:
    return [NOON - timedelta(days=number) for number in range(days)]


def test_the_last_seven_days_are_kept() -> None:
    assert set(daily(7)) <= kept(daily(400))


def test_a_backup_of_each_of_the_last_four_weeks_is_kept() -> None:
    weeks = {moment.isocalendar()[:2] for moment in kept(daily(400))}

    assert {(2026, 7), (2026, 8), (2026, 9), (2026, 10)} <= weeks


def test_a_backup_of_each_of_the_last_twelve_months_is_kept() -> None:
    months = {(moment.year, moment.month) for moment in kept(daily(1000))}

    assert {(2025, month) for month in range(4, 13)} | {(2026, 1), (2026, 2), (2026, 3)} == months


def test_of_a_day_the_newest_is_kept() -> None:
    assert {NOON} == kept([NOON - timedelta(hours=3), NOON, NOON - timedelta(hours=1)])


def test_after_a_long_break_the_old_ones_are_still_there() -> None:
    old = [NOON - timedelta(days=900 + number) for number in range(3)]

    assert {NOON, *old} == kept([NOON, *old])


def test_a_day_is_the_same_in_every_zone() -> None:
    elsewhere = timezone(timedelta(hours=8))

    assert kept(daily(50)) == kept(moment.astimezone(elsewhere) for moment in daily(50))


@given(st.lists(moments))
def test_the_newest_is_always_kept_and_never_more_than_the_periods(made: list[datetime]) -> None:
    keeping = kept(made)

    assert keeping <= set(made)
    assert len(keeping) <= DAYS + WEEKS + MONTHS
    assert not made or max(made) in keeping


@given(st.lists(moments, unique=True))
def test_thinning_out_along_the_way_keeps_what_thinning_out_in_the_end_keeps(made: list[datetime]) -> None:
    along: frozenset[datetime] = frozenset()
    for moment in sorted(made):
        along = kept(along | {moment})

    assert kept(made) == along


@given(st.integers(8, 500))
def test_who_studies_daily_can_go_back_to_each_of_the_last_seven_days(days: int) -> None:
    along: frozenset[datetime] = frozenset()
    for moment in sorted(daily(days)):
        along = kept(along | {moment})

    dates: set[date] = {moment.date() for moment in along}
    assert {moment.date() for moment in daily(7)} <= dates
