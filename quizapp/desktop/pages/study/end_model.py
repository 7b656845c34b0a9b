"""How a sitting over chosen items came out: what was missed and when the first comes back. Knows nothing of Qt."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from quizapp.desktop.pages.today.model import Tally
from quizapp.packs.model import ItemId
from quizapp.study.model import Rating
from quizapp.wording import Wording
from quizapp.wording.when import when_words

if TYPE_CHECKING:
    from quizapp.study.learner import Learner


class Ended(Struct, frozen=True, kw_only=True):
    """A sitting that came to its end.

    Attributes:
        tally: what was done in it. missed: what of it was rated Again last, in the order in which it came.
        next_due: when the first of it comes back, None if none does. seen_at: when that was looked up.
    """

    tally: Tally
    missed: tuple[ItemId, ...]
    next_due: datetime | None
    seen_at: datetime


def look_at_end(
    learner: "Learner", tally: Tally, items: tuple[ItemId, ...], now: Callable[[], datetime] = datetime.now
) -> Ended:
    """Ask journal and schedule about the items of a sitting that were done; reads the disk.

    Args:
        learner: who did them.
        tally: what was done.
        items: what the sitting went through, in order.
        now: tells the time.
    """
    done = tuple(item for item in items if item in tally.items)
    dues = [due for item in done if (due := learner.standing(item).comes_up_at) is not None]
    return Ended(
        tally=tally,
        missed=tuple(item for item in done if _last_rating(learner, item) is Rating.AGAIN),
        next_due=min(dues, default=None),
        seen_at=now().astimezone(),
    )


def missed_words(ended: Ended, wording: Wording) -> str:
    """Say how many were missed."""
    count = len(ended.missed)
    if not count:
        return wording.say("None of them was missed.")
    return wording.say_many("{count} of them was missed.", "{count} of them were missed.", count)


def back_words(ended: Ended, wording: Wording) -> str:
    """Say when the first item comes back, "" if none does."""
    if ended.next_due is None:
        return ""
    return wording.say("The first of them comes back {when}.", when=when_words(ended.next_due, ended.seen_at, wording))


def repeat_words(ended: Ended, wording: Wording) -> str:
    """Say what the button does that goes through the missed ones again."""
    return wording.say_many("Repeat what was missed", "Repeat the {count} that were missed", len(ended.missed))


def _last_rating(learner: "Learner", item: ItemId) -> Rating | None:
    ratings = [review.rating for review in learner.history(item) if review.rating is not None]
    return ratings[-1] if ratings else None
