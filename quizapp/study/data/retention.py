"""Which backups are kept: the newest of each of the last days, weeks and months in which any was made."""

from collections.abc import Callable, Hashable, Iterable
from datetime import UTC, datetime
from typing import Final

DAYS: Final = 7
WEEKS: Final = 4
MONTHS: Final = 12


def kept(made: Iterable[datetime]) -> frozenset[datetime]:
    """Return the times, of those at which backups were made, whose backups are kept.

    A period without a backup doesn't count, so that after a long break the old ones are still there. Periods are
    UTC's, so that it is the same wherever the learner is. Deciding again after more were made, also with the others
    gone, gives the same.
    """
    newest_first = sorted(set(made), reverse=True)
    return frozenset().union(
        _newest_of_each(newest_first, _day, DAYS),
        _newest_of_each(newest_first, _week, WEEKS),
        _newest_of_each(newest_first, _month, MONTHS),
    )


def _newest_of_each(
    newest_first: list[datetime], period: Callable[[datetime], Hashable], periods: int
) -> frozenset[datetime]:
    newest: dict[Hashable, datetime] = {}
    for moment in newest_first:
        newest.setdefault(period(moment), moment)
    return frozenset(list(newest.values())[:periods])


def _day(moment: datetime) -> Hashable:
    return moment.astimezone(UTC).date()


def _week(moment: datetime) -> Hashable:
    year, week, _ = moment.astimezone(UTC).isocalendar()
    return year, week


def _month(moment: datetime) -> Hashable:
    moment = moment.astimezone(UTC)
    return moment.year, moment.month
