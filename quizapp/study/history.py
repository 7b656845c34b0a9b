"""What the journal says about each item: its rows in order, and the schedule that follows from them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType

import fsrs
from msgspec import Struct
from msgspec.structs import replace

from quizapp.packs.model import ItemId
from quizapp.study.entries import Answered, Attempted, Rated, Row, RowId, Undone
from quizapp.study.model import Rating
from quizapp.study.scheduling import BY_DAYS, STEP_BY_STEP, review
from quizapp.study.slips import SOONER, Concept, Slips, first_slip, with_slips


class Step(Struct, frozen=True, kw_only=True):
    """One thing done with an item: a row of the journal without its texts.

    Attributes:
        passed: the exercise passed, the question was answered right, the card was known.
        is_attempt: an exercise's, as opposed to a rating of a card or an answer.
    """

    row: RowId
    at: datetime
    rating: Rating | None
    seconds: float
    passed: bool
    is_attempt: bool = False
    hints: int = 0
    solution_shown: bool = False


class History(Struct, frozen=True):
    """All that was done with one item and not undone, by time.

    Attributes:
        card: None until the item is rated.
        slipped_at: when the learner first slipped in one of its concepts since it was rated.
    """

    steps: tuple[Step, ...] = ()
    card: fsrs.Card | None = None
    slipped_at: datetime | None = None

    @property
    def due(self) -> datetime | None:
        """When it comes back, after a slip soon; None until it is rated."""
        if self.card is None:
            return None
        return self.card.due if self.slipped_at is None else min(self.card.due, self.slipped_at + SOONER)

    @property
    def rated_at(self) -> datetime | None:
        """When it was rated last."""
        return next((step.at for step in reversed(self.steps) if step.rating is not None), None)

    def is_due(self, now: datetime) -> bool:
        """Tell whether it was rated and should come back by now."""
        return self.due is not None and self.due <= now


class Memory(Struct, frozen=True):
    """The journal, understood.

    Attributes:
        undone: ids of the rows that were taken back.
        rated: row id and item of every rating made on this device and not undone, in the order of the journal.
        slips: by concept, without the undone.
    """

    device: str
    histories: Mapping[ItemId, History] = MappingProxyType({})
    undone: frozenset[RowId] = frozenset()
    rated: tuple[tuple[RowId, ItemId], ...] = ()
    slips: Slips = MappingProxyType({})

    def history(self, item: ItemId) -> History:
        """Return what is known of an item by itself; an empty history if nothing is."""
        return self.histories.get(item, History())

    def history_with_slips(self, item: ItemId, concepts: tuple[Concept, ...]) -> History:
        """Return what is known of an item, and whether the learner slipped in one of these concepts since."""
        history = self.history(item)
        slipped_at = first_slip(self.slips, concepts, history.rated_at) if concepts and self.slips else None
        return history if slipped_at is None else replace(history, slipped_at=slipped_at)

    def histories_with_slips(self, concepts: Mapping[ItemId, tuple[Concept, ...]]) -> Mapping[ItemId, History]:
        """Return all that is known, of items with these concepts also whether the learner slipped in one of them."""
        if not self.slips:
            return self.histories
        return {**self.histories, **{item: self.history_with_slips(item, named) for item, named in concepts.items()}}


def remember(memory: Memory, rows: Iterable[Row]) -> Memory:
    """Return the memory with more rows of the journal taken in; only the items that they name are scheduled anew."""
    rows = tuple(rows)
    undone = memory.undone | {row.entry.row for row in rows if isinstance(row.entry, Undone)}
    steps: defaultdict[ItemId, list[Step]] = defaultdict(list)
    rated = list(memory.rated)
    for row in rows:
        steps[row.entry.item] += _steps(row)
        is_own = row.device == memory.device
        if is_own and isinstance(row.entry, Rated | Answered | Attempted) and row.entry.rating is not None:
            rated.append((row.id, row.entry.item))
    histories = dict(memory.histories)
    for item, added in steps.items():
        histories[item] = _replay(step for step in (*memory.history(item).steps, *added) if step.row not in undone)
    return Memory(
        memory.device,
        histories,
        undone,
        tuple(entry for entry in rated if entry[0] not in undone),
        with_slips(memory.slips, rows, undone),
    )


def _steps(row: Row) -> tuple[Step, ...]:
    entry = row.entry
    match entry:
        case Rated():
            passed = entry.rating is not Rating.AGAIN
            return (Step(row=row.id, at=row.at, rating=entry.rating, seconds=entry.seconds, passed=passed),)
        case Answered():
            return (Step(row=row.id, at=row.at, rating=entry.rating, seconds=entry.seconds, passed=entry.right),)
        case Attempted():
            return (
                Step(
                    row=row.id,
                    at=row.at,
                    rating=entry.rating,
                    seconds=entry.seconds,
                    passed=entry.passed,
                    is_attempt=True,
                    hints=entry.hints,
                    solution_shown=entry.solution_shown,
                ),
            )
        case _:
            return ()


def _replay(steps: Iterable[Step]) -> History:
    # By time: the rows of two devices lie in the journal in the order in which they were merged. Rows of the same
    # moment keep their order, because sorting is stable.
    ordered = tuple(sorted(steps, key=lambda step: step.at))
    card = None
    for step in ordered:
        if step.rating is not None:
            card = review(card, step.rating, step.at, BY_DAYS if step.is_attempt else STEP_BY_STEP)
    return History(ordered, card)
