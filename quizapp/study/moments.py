"""Times as the journal's file holds them: microseconds since 1970, UTC."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_microseconds(at: datetime) -> int:
    """Return a time, aware, as the journal's file holds it."""
    return (at - _EPOCH) // _MICROSECOND


def from_microseconds(at: int) -> datetime:
    """Return a time that the journal's file holds; UTC.

    Raises:
        OverflowError: if no calendar has it.
    """
    return _EPOCH + timedelta(microseconds=at)
