"""Where an item stands in its sitting, in words."""

from typing import TYPE_CHECKING

from quizapp.wording import Wording

if TYPE_CHECKING:
    # Only an annotation: the scheduler stays out of the way of the first paint.
    from quizapp.study.session import Position


def position_words(position: "Position | None", wording: Wording) -> str:
    """Say which item of how many this is: "3 of 12"; "" for one alone, which has no place in a row."""
    if position is None or position.of < 2:
        return ""
    return wording.say("{number} of {count}", number=min(position.done + 1, position.of), count=position.of)
