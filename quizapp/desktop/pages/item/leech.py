"""Notices, where a rating is written, that an item is forgotten again and again. Knows no Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.packs.model import ItemId

if TYPE_CHECKING:
    from quizapp.study.learner import Learner


@dataclass(frozen=True)
class Written:
    """What writing gave.

    Attributes:
        answer: of the call that wrote.
        lapses: how often the item was forgotten by now, if this is the moment to say so, else 0.
        suspended: whether it does not come up any more for that.
    """

    answer: object
    lapses: int = 0
    suspended: bool = False


def write_and_watch(write: Callable[[], object], learner: "Learner", item: ItemId) -> Written:
    """Do what writes a rating of an item, and look whether that makes it a leech; not for the GUI thread.

    Raises:
        JournalError: if it can't be written.
    """
    from quizapp.study.standing import becomes_leech

    before = learner.standing(item)
    answer = write()
    after = learner.standing(item)
    is_new = becomes_leech(before, after)
    return Written(answer, after.lapses if is_new else 0, is_new and after.suspended)
