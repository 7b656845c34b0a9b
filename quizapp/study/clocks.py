"""What can be told of clocks that went wrong, here or on another device."""

from collections.abc import Iterable
from datetime import datetime, timedelta, tzinfo

from quizapp.message import Message, message
from quizapp.study.standing import Standing

CLOCKS_MAY_DIFFER = timedelta(minutes=10)
"""Rows that are further ahead of this computer's clock are told of."""


def told_of_future(standings: Iterable[Standing], now: datetime, zone: tzinfo | None) -> tuple[Message, ...]:
    """Return the warning that the journal holds rows from the future, or nothing.

    Args:
        standings: of all items.
        now: UTC.
        zone: in which to tell until when; None means this machine's zone.
    """
    changes = (standing.changed_at for standing in standings)
    latest = max((at for at in changes if at is not None), default=None)
    if latest is None or latest <= now + CLOCKS_MAY_DIFFER:
        return ()
    until = latest.astimezone(zone).strftime("%Y-%m-%d %H:%M")
    return (
        message(
            "Your journal holds reviews from the future (until {until}). Check this computer’s clock.", until=until
        ),
    )
