"""Where one item stands: everything about it that follows from the journal, in one small value."""

from datetime import datetime, timedelta
from enum import IntEnum

from msgspec import Struct

from quizapp.study.model import ItemState

SOONER = timedelta(days=1)
"""How long after a slip an item of its concept comes back at the latest."""

LEECH_LAPSES = 8
"""After so many times of forgetting what had been learnt an item is a leech: it costs more than it gives."""

_LAPSES_BETWEEN_TELLINGS = LEECH_LAPSES // 2


class Stage(IntEnum):
    """How far the memory of an item has come, as FSRS has it; the numbers are those of the stored schedule."""

    NEW = 0
    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


class StepKind(IntEnum):
    """What was done in a step; the numbers are those of the stored schedule."""

    CARD = 0
    QUESTION = 1
    EXERCISE = 2


# Without links to others: the many of them need not be looked through for cycles.
class Standing(Struct, frozen=True, kw_only=True, gc=False):
    """Everything derived of one item; times are UTC.

    Attributes:
        state: how far its memory has come. learning_step: where in the learning steps, None outside of them.
        stability: FSRS's, in days. difficulty: FSRS's, 1 to 10. Both None until it is rated.
        memory_due: when its memory wants it back, before slips and set dates count.
        rated_at: when it was rated last. reviews: how often it was rated.
        lapses: how often it was forgotten after it had been learnt.
        first_at, last_at: of the first and the last step. kind: what the last step was.
        passed: whether it ever went well. is_open: whether the last step was an attempt that did not pass.
        failures: attempts that failed since the last that passed or was rated.
        spent: seconds of the steps since the last that passed or was rated.
        buried_until: it does not come up before; may lie in the past.
        date_set: when the learner wants it back; None again after the next rating.
        changed_at: of the last row that counts.
        slipped_at: when the learner first slipped in one of its concepts since it was rated.
    """

    state: Stage = Stage.NEW
    learning_step: int | None = None
    stability: float | None = None
    difficulty: float | None = None
    memory_due: datetime | None = None
    rated_at: datetime | None = None
    reviews: int = 0
    lapses: int = 0
    first_at: datetime | None = None
    last_at: datetime | None = None
    kind: StepKind | None = None
    passed: bool = False
    is_open: bool = False
    failures: int = 0
    spent: float = 0.0
    suspended: bool = False
    buried_until: datetime | None = None
    date_set: datetime | None = None
    changed_at: datetime | None = None
    slipped_at: datetime | None = None

    @property
    def due(self) -> datetime | None:
        """When it comes back: as the learner set it, or else as its memory wants it, after a slip soon."""
        if self.date_set is not None:
            return self.date_set
        if self.memory_due is None or self.slipped_at is None:
            return self.memory_due
        return min(self.memory_due, self.slipped_at + SOONER)

    @property
    def comes_up_at(self) -> datetime | None:
        """When it comes up again, a burial counted; None if it does not."""
        due = self.due
        if due is None or self.suspended:
            return None
        return due if self.buried_until is None else max(due, self.buried_until)

    @property
    def is_rated(self) -> bool:
        """Whether it was ever rated."""
        return self.state is not Stage.NEW

    @property
    def is_begun(self) -> bool:
        """Whether anything was ever done with it."""
        return self.first_at is not None

    @property
    def is_learnt(self) -> bool:
        """Whether it comes back in days, not minutes."""
        return self.state is Stage.REVIEW

    @property
    def is_leech(self) -> bool:
        """Whether it was forgotten so often that studying it on as before is of little use."""
        return self.lapses >= LEECH_LAPSES

    def is_due(self, now: datetime) -> bool:
        """Tell whether it should have come back by now, if nothing keeps it away."""
        due = self.due
        return due is not None and due <= now

    def is_away(self, now: datetime) -> bool:
        """Tell whether it is suspended or buried."""
        return self.suspended or (self.buried_until is not None and now < self.buried_until)

    def state_at(self, now: datetime) -> ItemState:
        """Return where it stands, in the words that pages use."""
        if self.is_away(now):
            return ItemState.SUSPENDED if self.suspended else ItemState.BURIED
        if self.is_due(now):
            return ItemState.DUE
        if not self.is_rated:
            return ItemState.STARTED if self.is_begun else ItemState.NEW
        return ItemState.REVIEW if self.is_learnt else ItemState.LEARNING


UNTOUCHED = Standing()
"""Of an item that the journal says nothing about."""


def becomes_leech(before: Standing, after: Standing) -> bool:
    """Tell whether this rating is the one to call the item a leech at: the eighth lapse, and every fourth after it."""
    beyond = after.lapses - LEECH_LAPSES
    return after.lapses > before.lapses and beyond >= 0 and beyond % _LAPSES_BETWEEN_TELLINGS == 0
