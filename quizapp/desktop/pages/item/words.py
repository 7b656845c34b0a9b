"""What is said once something was done with an item besides answering it, and when it was taken back. Knows no Qt."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from quizapp.message import Message, message


class Done(StrEnum):
    """What can be done with an item besides answering it."""

    BURIED = "buried"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    DATED = "dated"


@dataclass(frozen=True)
class Told:
    """What the window says for a while, and whether it offers to take that back."""

    says: Message
    offers_undo: bool = False


def done_message(done: Done, title: str, day: date | None = None) -> Message:
    """Say what was done with the item of this title; `day` for a date that was set."""
    if done is Done.BURIED:
        return message("“{title}” comes back tomorrow. Undo takes that back.", title=title)
    if done is Done.SUSPENDED:
        return message("“{title}” does not come up any more. Undo takes that back.", title=title)
    if done is Done.RESUMED:
        return message("“{title}” comes up again.", title=title)
    return message("“{title}” comes back on {day}. Undo takes that back.", title=title, day=str(day))


def rerated_message(title: str, rating: str) -> Message:
    """Say that the last rating of the item of this title is another one now."""
    return message("The last rating of “{title}” is “{rating}” now. Undo takes that back.", title=title, rating=rating)


def leech_message(title: str, lapses: int, *, suspended: bool) -> Message:
    """Say, once, that an item is forgotten again and again, and whether it is suspended for that."""
    if suspended:
        return message(
            "You forgot “{title}” {count} times; it does not come up any more. Undo takes that back.",
            title=title,
            count=lapses,
        )
    return message(
        "You forgot “{title}” {count} times. A note (N) or another card may help.", title=title, count=lapses
    )


def first_day(now: datetime) -> date:
    """Return the first day that an item can be put off to: tomorrow, by the clock of `now`."""
    return (now + timedelta(days=1)).date()
