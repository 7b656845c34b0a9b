"""The learner's days: they begin at an hour that the learner sets, local time, whatever zone and season do."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

DAY_BEGINS = 4
"""The hour at which a day usually begins: who studies past midnight still studies today."""

_DAY = timedelta(days=1)


def day_began(now: datetime, zone: tzinfo | None = None, hour: int = DAY_BEGINS) -> datetime:
    """Return when the learner's day that holds `now` began, UTC.

    Args:
        now: aware.
        zone: where the learner is; None means this machine's zone.
        hour: 0 to 23, local time. Where the clocks are put forward over it, the day begins when they are; where they
            are put back over it, at the first of both times.
    """
    return max(at for at in _beginnings_near(now, zone, hour) if at <= now)


def day_ends(now: datetime, zone: tzinfo | None = None, hour: int = DAY_BEGINS) -> datetime:
    """Return when the learner's next day begins, UTC; the arguments are those of `day_began`."""
    return min(at for at in _beginnings_near(now, zone, hour) if at > now)


def beginning_of(day: date, zone: tzinfo | None = None, hour: int = DAY_BEGINS) -> datetime:
    """Return when the learner's day of this date begins, UTC."""
    # A naive time is this machine's, with the offset of that day, which may differ from today's.
    return datetime.combine(day, time(hour), zone).astimezone(UTC)


def _beginnings_near(now: datetime, zone: tzinfo | None, hour: int) -> list[datetime]:
    # Two days to each side: there are places that once left out a day.
    day = now.astimezone(zone).date()
    return [beginning_of(day + days * _DAY, zone, hour) for days in range(-2, 3)]
