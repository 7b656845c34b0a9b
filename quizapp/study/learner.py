"""The learner: the journal with everything that follows from it, kept in memory."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from math import isfinite
from threading import Lock

from quizapp.packs.model import ItemId, Pack
from quizapp.study.entries import Answered, Attempted, Entry, Rated, Undone
from quizapp.study.history import History, Memory, remember
from quizapp.study.journal import Journal
from quizapp.study.model import AnsweredQuestion, AttemptMade, ItemState, Progress, Rating, Today
from quizapp.study.ratings import rate_answer, rate_attempt
from quizapp.study.scheduling import has_left_learning_steps, intervals
from quizapp.study.slips import concept_of, practised_concepts
from quizapp.study.today import day_began, plan_today


def utc_now() -> datetime:
    """Return this moment, UTC."""
    return datetime.now(UTC)


class Learner:
    """What one learner has done and what comes next.

    Thread-safe: reading never waits, not even while another thread writes to the disk. A method that writes has
    written when it returns; if it raises JournalError, nothing has changed, on the disk or here.
    """

    def __init__(
        self,
        journal: Journal,
        packs: tuple[Pack, ...],
        *,
        new_per_day: int,
        clock: Callable[[], datetime] = utc_now,
        zone: tzinfo | None = None,
    ) -> None:
        """Read the journal.

        Args:
            journal: open; stays the caller's to close.
            packs: what there is to study, in the order in which it should be begun.
            new_per_day: how many items to begin in a day.
            clock: gives aware times.
            zone: where the learner's days begin; None means this machine's zone.

        Raises:
            JournalError: if the journal can't be read.
        """
        self._journal = journal
        self._items = tuple(item for pack in packs for item in pack.items())
        self._concepts = {item.id: practised_concepts(item) for item in self._items}
        self._new_per_day = new_per_day
        self._clock = clock
        self._zone = zone
        self._writing = Lock()
        # Replaced whole by whoever holds the lock, so that readers need none.
        self._memory = remember(Memory(journal.device), journal.entries())

    def today(self) -> Today:
        """Return what is due and new, how much is done, how long the rest takes."""
        now = self._now()
        began = day_began(now, self._zone)
        histories = self._memory.histories_with_slips(self._concepts)
        return plan_today(self._items, histories, new_per_day=self._new_per_day, now=now, began=began)

    def set_new_per_day(self, count: int) -> None:
        """Offer `count` new items a day from now on."""
        self._new_per_day = count

    def intervals(self, item: ItemId) -> dict[Rating, timedelta]:
        """Return how long each rating would send the item away, if it were given now."""
        return intervals(self._history(item).card, self._now())

    def due_at(self, item: ItemId) -> datetime | None:
        """Return when the item is or was due, UTC; None if it was never rated."""
        return self._history(item).due

    def state(self, item: ItemId) -> ItemState:
        """Return where the item stands now."""
        history = self._history(item)
        if history.card is None:
            return ItemState.STARTED if history.steps else ItemState.NEW
        if history.is_due(self._now()):
            return ItemState.DUE
        return ItemState.REVIEW if has_left_learning_steps(history.card) else ItemState.LEARNING

    def was_passed(self, item: ItemId) -> bool:
        """Tell whether it ever went well: an exercise passed, a question right, a card rated better than AGAIN."""
        return any(step.passed for step in self._history(item).steps)

    def progress(self, lesson_items: tuple[ItemId, ...]) -> Progress:
        """Return how far the learner is with these items."""
        histories = [self._history(item) for item in lesson_items]
        return Progress(
            total=len(histories),
            begun=sum(bool(history.steps) for history in histories),
            learnt=sum(history.card is not None and has_left_learning_steps(history.card) for history in histories),
        )

    def comes_back(self, exercise: ItemId, concept: str) -> bool:
        """Tell whether a slip in this concept of an exercise's pack brings back what the learner has studied."""
        slipped_in = concept_of(exercise, concept)
        return any(
            slipped_in in concepts and self._memory.history(item).card is not None
            for item, concepts in self._concepts.items()
        )

    def rate(self, item: ItemId, rating: Rating, seconds: float) -> None:
        """Log the learner's own rating of a card; `seconds` since it was shown.

        Raises:
            JournalError: if it can't be written.
        """
        with self._writing:
            self._append(Rated(item=item, rating=rating, seconds=_time_taken(seconds)), self._now())

    def record_answer(self, answered: AnsweredQuestion) -> Rating:
        """Log an answer to a question and return the rating that follows from it.

        Raises:
            JournalError: if it can't be written.
        """
        rating = rate_answer(answered.right)
        entry = Answered(
            item=answered.item,
            answer=_well_formed(answered.answer),
            right=answered.right,
            seconds=_time_taken(answered.seconds),
            rating=rating,
        )
        with self._writing:
            self._append(entry, self._now())
        return rating

    def record_attempt(self, made: AttemptMade) -> Rating | None:
        """Log an attempt at an exercise and return the rating that follows from it, None if none does.

        Raises:
            JournalError: if it can't be written.
        """
        with self._writing:
            now = self._now()
            rating = rate_attempt(made, self._history(made.item), now, day_began(now, self._zone))
            entry = Attempted(
                item=made.item,
                code=_well_formed(made.code),
                passed=made.passed,
                ending=made.ending,
                mistake=made.mistake,
                seconds=_time_taken(made.seconds),
                hints=made.hints,
                solution_shown=made.solution_shown,
                rating=rating,
                concept=made.concept,
            )
            self._append(entry, now)
        return rating

    def can_undo(self) -> bool:
        """Tell whether there is a rating to take back."""
        return bool(self._memory.rated)

    def undo(self) -> ItemId | None:
        """Take back the last rating that was given on this device, and the answer or attempt that it came from.

        Returns:
            The item that it was about, or None if there was none.

        Raises:
            JournalError: if it can't be written.
        """
        with self._writing:
            if not self._memory.rated:
                return None
            row, item = self._memory.rated[-1]
            self._append(Undone(item=item, row=row), self._now())
        return item

    def _now(self) -> datetime:
        return self._clock().astimezone(UTC)

    def _history(self, item: ItemId) -> History:
        return self._memory.history_with_slips(item, self._concepts.get(item, ()))

    def _append(self, entry: Entry, at: datetime) -> None:
        row = self._journal.append(entry, at)
        self._memory = remember(self._memory, (row,))


def _time_taken(seconds: float) -> float:
    # A clock that was set back must not spoil the row: JSON has no NaN.
    return seconds if isfinite(seconds) and seconds > 0 else 0.0


def _well_formed(text: str) -> str:
    """Return the text with `?` for halves of surrogate pairs, which an editor may hold and UTF-8 can't."""
    return text.encode("utf-8", "replace").decode("utf-8")
