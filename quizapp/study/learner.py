"""The learner: what was done, what comes next, and every way of doing something about it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from quizapp.message import Message
from quizapp.packs.model import ItemId, Pack
from quizapp.settings import Leeches
from quizapp.study.acts import (
    answered,
    attempted,
    for_each,
    rated,
    rating_in,
    resumption,
    well_formed,
    well_formed_card,
    with_leech,
)
from quizapp.study.agenda import Agenda
from quizapp.study.bookkeeping import OnProgress
from quizapp.study.books import Books
from quizapp.study.clocks import told_of_future
from quizapp.study.days import DAY_BEGINS, day_began, day_ends
from quizapp.study.entries import Buried, CardDropped, DateSet, Entry, Noted, Rerated, Row, Scheduling, Suspended, Tuned
from quizapp.study.journal import Journal
from quizapp.study.memory import Memory
from quizapp.study.model import AnsweredQuestion, AttemptMade, ItemState, Progress, Rating, Today, Tuning
from quizapp.study.outlook import Outlook
from quizapp.study.own_cards import NOWHERE, OwnCard, written
from quizapp.study.ratings import rate_answer, rate_attempt
from quizapp.study.scheduling import check_tuning, intervals, pace_of
from quizapp.study.slips import concept_of
from quizapp.study.standing import Standing, StepKind
from quizapp.study.steps import Review, reviews_of
from quizapp.study.today import Plan
from quizapp.study.undo import Taken, undoing

_Result = TypeVar("_Result")


def utc_now() -> datetime:
    """Return this moment, UTC."""
    return datetime.now(UTC)


class Learner:
    """What one learner has done and what comes next.

    Thread-safe: what is answered from memory never waits, not even while another thread writes to the disk; methods
    that read the disk say so, and raise JournalError if it can't be read. A method that writes has written when it
    returns, with all that follows from it; if it raises JournalError, nothing has changed, on the disk or here.
    """

    def __init__(
        self,
        journal: Journal,
        packs: Iterable[Pack],
        *,
        new_per_day: int,
        clock: Callable[[], datetime] = utc_now,
        zone: tzinfo | None = None,
        day_begins: int = DAY_BEGINS,
        leeches: Leeches = Leeches.TELL,
        pictures: Path = NOWHERE,
        on_progress: OnProgress | None = None,
    ) -> None:
        """Read the journal.

        Args:
            journal: open; stays the caller's to close.
            packs: what there is to study, in the order in which it should be begun; own cards come after them.
            new_per_day: how many items to begin in a day.
            clock: gives aware times.
            zone: where the learner's days begin; None means this machine's zone.
            day_begins: the hour at which they do.
            leeches: what is done with an item that is forgotten again and again.
            pictures: the folder in which the pictures of own cards lie.
            on_progress: told how many items of how many are scheduled, if the schedule must be rebuilt.
        """
        self._new_per_day = new_per_day
        self._clock = clock
        self._zone = zone
        self._day_begins = day_begins
        self._leeches = leeches
        self._journal = journal
        self._writing = Lock()
        self._books = Books(journal, self._now, on_progress)
        self._outlook = Outlook(packs, self._memory, pictures)

    # -- what there is to study

    @property
    def packs(self) -> tuple[Pack, ...]:
        """What there is to study: the installed packs, and the own cards if there are any."""
        return self._agenda.curriculum.packs

    def set_packs(self, packs: Iterable[Pack]) -> None:
        """Study these packs from now on; own cards are added by themselves."""
        with self._writing:
            self._outlook.show(packs, self._memory)

    def set_new_per_day(self, count: int) -> None:
        """Offer `count` new items a day from now on."""
        self._new_per_day = count

    @property
    def day_begins(self) -> int:
        """The hour at which the learner's days begin, 0 to 23, local time."""
        return self._day_begins

    def set_day_begins(self, hour: int) -> None:
        """Let days begin at this hour, 0 to 23, local time."""
        self._day_begins = hour

    def set_leeches(self, leeches: Leeches) -> None:
        """Do this from now on with items that are forgotten again and again."""
        self._leeches = leeches

    # -- where things stand

    def today(self) -> Today:
        """Return what is due and new, how much is done, how long the rest takes."""
        return self._plan().today()

    def queue(self) -> tuple[ItemId, ...]:
        """Return what is due now with what is new in between."""
        return self._plan().queue()

    def offers(self) -> tuple[tuple[ItemId, datetime | None], ...]:
        """Return the queue with when each item is due, None for what is new."""
        return self._plan().offers()

    def waiting(self) -> frozenset[tuple[ItemId, datetime | None]]:
        """Return the offers without their order: that takes a part of the time only."""
        return self._plan().waiting()

    def standing(self, item: ItemId) -> Standing:
        """Return everything derived of an item, slips included."""
        return self._agenda.standing(item)

    def standings(self) -> Mapping[ItemId, Standing]:
        """Return where every item stands that anything is known of."""
        agenda = self._agenda
        return {**agenda.memory.standings, **agenda.slipped}

    def state(self, item: ItemId) -> ItemState:
        """Return where the item stands now."""
        return self.standing(item).state_at(self._now())

    def due_at(self, item: ItemId) -> datetime | None:
        """Return when the item is or was due, UTC; None if it was never rated and no date was set."""
        return self.standing(item).due

    def intervals(self, item: ItemId) -> dict[Rating, timedelta]:
        """Return how long each rating would send the item away, if it were given now."""
        memory = self._memory
        now = self._time_for(item)
        return intervals(item, memory.standing(item), now, self._kind(item), pace_of(memory.tuning))

    def was_passed(self, item: ItemId) -> bool:
        """Tell whether it ever went well: an exercise passed, a question right, a card rated better than AGAIN."""
        return self._memory.standing(item).passed

    def progress(self, lesson_items: tuple[ItemId, ...]) -> Progress:
        """Return how far the learner is with these items."""
        return self._memory.progress(lesson_items)

    def comes_back(self, exercise: ItemId, concept: str) -> bool:
        """Tell whether a slip in this concept of an exercise's pack brings back what the learner has studied."""
        practising = self._agenda.curriculum.practising.get(concept_of(exercise, concept), ())
        return any(self._memory.standing(item).is_rated for item in practising)

    def history(self, item: ItemId) -> tuple[Review, ...]:
        """Return everything that was done with an item, by time, with what it did; reads the disk."""
        return reviews_of(self._books.steps(item))

    @property
    def warnings(self) -> tuple[Message, ...]:
        """What the learner should know of the journal."""
        return told_of_future(self._memory.standings.values(), self._now(), self._zone)

    # -- studying

    def rate(self, item: ItemId, rating: Rating, seconds: float) -> None:
        """Log the learner's own rating of a card; `seconds` since it was shown."""
        self._write(lambda: self._with_leech(rated(item, rating, seconds)))

    def record_answer(self, made: AnsweredQuestion) -> Rating:
        """Log an answer to a question and return the rating that follows from it."""

        def decide() -> tuple[Entry, ...]:
            rating = rate_answer(made.right, made.seconds, self._memory.usual.get(StepKind.QUESTION))
            return self._with_leech(answered(made, rating))

        return rating_in(self._write(decide)) or Rating.AGAIN

    def record_attempt(self, made: AttemptMade) -> Rating | None:
        """Log an attempt at an exercise and return the rating that follows from it, None if none does."""
        return rating_in(self._write(lambda: self._with_leech(attempted(made, self._rating_of(made)))))

    def rerate(self, item: ItemId, rating: Rating) -> None:
        """Give the item's last card rating, answer or attempt another rating; without one nothing happens."""

        def decide() -> tuple[Entry, ...]:
            steps = self._books.steps(item)
            return (Rerated(item=item, row=steps[-1].row, rating=rating),) if steps else ()

        self._write(decide)

    # -- putting off

    def bury(self, items: Iterable[ItemId]) -> None:
        """Put items off until the next day begins."""
        until = day_ends(self._now(), self._zone, self._day_begins)
        self._write_each(items, lambda item, batch: Buried(item=item, until=until, batch=batch))

    def suspend(self, items: Iterable[ItemId]) -> None:
        """Let items come up no more until they are resumed."""
        self._write_each(items, lambda item, batch: Suspended(item=item, on=True, batch=batch))

    def resume(self, items: Iterable[ItemId]) -> None:
        """Let items come up again that are suspended or buried; others stay as they are."""
        now = self._now()
        self._write_each(items, lambda item, batch: resumption(item, self._memory.standing(item), now, batch))

    def set_due(self, items: Iterable[ItemId], due: datetime) -> None:
        """Let items come back at `due`, aware, whatever their memory says; the next rating ends that."""
        moment = due.astimezone(UTC)
        self._write_each(items, lambda item, batch: DateSet(item=item, due=moment, batch=batch))

    # -- notes and own cards

    def note(self, item: ItemId) -> str:
        """Return the learner's note on an item, Markdown; "" if there is none."""
        return self._memory.notes.get(item, "")

    def notes(self) -> Mapping[ItemId, str]:
        """Return all notes."""
        return self._memory.notes

    def set_note(self, item: ItemId, text: str) -> None:
        """Keep this note on an item in place of the one before; "" takes it away."""
        kept = well_formed(text)
        self._write(lambda: () if kept == self.note(item) else (Noted(item=item, text=kept),))

    def own_cards(self) -> tuple[OwnCard, ...]:
        """Return the learner's own cards, the oldest first."""
        return tuple(self._memory.cards.values())

    def write_cards(self, cards: Sequence[OwnCard]) -> None:
        """Keep cards of one's own, new ones or in place of what they were; they are studied from now on."""
        kept = {card.id: well_formed_card(card) for card in cards}
        self._write_each(
            kept, lambda item, batch: None if kept[item] == self._memory.cards.get(item) else written(kept[item], batch)
        )

    def drop_cards(self, items: Iterable[ItemId]) -> None:
        """Throw cards of one's own away; what was learnt with them stays in the journal."""
        self._write_each(
            items, lambda item, batch: CardDropped(item=item, batch=batch) if item in self._memory.cards else None
        )

    # -- the journal

    @property
    def device(self) -> str:
        """The id that rows which were first written to this journal carry."""
        return self._journal.device

    def entries(self, *kinds: type[Entry]) -> tuple[Row, ...]:
        """Return the rows of these kinds, or of all, that were not undone, by time; reads the disk."""
        return self._journal.live_rows(*kinds)

    def append(self, entries: Sequence[Entry]) -> tuple[Row, ...]:
        """Add rows for these entries, all of them or none."""
        return self._write(lambda: tuple(entries))

    def take_in(self, rows: Iterable[Row], on_progress: OnProgress | None = None) -> int:
        """Take rows of another device, a backup or an import into the journal; return how many were new."""
        return self._change(lambda: self._books.take_in(rows, on_progress))

    def refresh(self, on_progress: OnProgress | None = None) -> bool:
        """Take notice of what another window has written, and tell whether it has; reads the disk."""
        return self._change(lambda: self._books.catch_up(on_progress))

    def query(self, statement: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """Return the rows that a query of the journal's file gives, on a connection that can't write; any thread."""
        return self._journal.query(statement, values)

    # -- tuning

    @property
    def tuning(self) -> Tuning:
        """How the scheduler works."""
        return self._memory.tuning

    def tune(self, tuning: Tuning, on_progress: OnProgress | None = None) -> None:
        """Let the scheduler work this way, for everything that was ever rated; slow with a long journal.

        Raises:
            TuningError: if FSRS can't work with it.
            JournalError: if it can't be written.
        """
        check_tuning(tuning)
        self._write(lambda: () if tuning == self.tuning else (Tuned(tuning=tuning),), on_progress)

    def rebuild(self, on_progress: OnProgress | None = None) -> None:
        """Derive the whole schedule anew from the journal's rows; slow with a long journal."""
        self._change(lambda: self._books.rebuild(on_progress))

    # -- undo

    def can_undo(self) -> bool:
        """Tell whether there is something to take back."""
        return bool(self._memory.taken)

    def undoable(self, limit: int = 50) -> tuple[Taken, ...]:
        """Return the last actions of this device that can be taken back, the newest first, at most fifty."""
        return self._memory.taken[:limit]

    def undo(self, on_progress: OnProgress | None = None) -> Taken | None:
        """Take back the last action that was made on this device, with all that followed from it.

        Returns:
            What was taken back, or None if there was nothing.
        """
        taken: list[Taken] = []

        def decide() -> tuple[Entry, ...]:
            taken.extend(self.undoable(1))
            return tuple(entry for action in taken for entry in undoing(action))

        self._write(decide, on_progress)
        return taken[0] if taken else None

    # -- inside

    @property
    def _memory(self) -> Memory:
        return self._books.memory

    @property
    def _agenda(self) -> Agenda:
        return self._outlook.agenda

    def _now(self) -> datetime:
        return self._clock().astimezone(UTC)

    def _time_for(self, item: ItemId) -> datetime:
        """Return now, or the moment after the item's last row if the clock was set back."""
        return self._books.time_for(item, self._now())

    def _kind(self, item: ItemId) -> StepKind:
        place = self._agenda.curriculum.places.get(item)
        known = place.kind if place is not None else self._memory.standing(item).kind
        return StepKind.CARD if known is None else known

    def _plan(self) -> Plan:
        now = self._now()
        began = day_began(now, self._zone, self._day_begins)
        return Plan(self._agenda, new_per_day=self._new_per_day, now=now, began=began)

    def _rating_of(self, made: AttemptMade) -> Rating | None:
        now = self._now()
        began = day_began(now, self._zone, self._day_begins)
        steps = self._books.steps(made.item) if made.solution_shown else ()
        return rate_attempt(
            made,
            self.standing(made.item),
            [step for step in steps if step.at >= began],
            now,
            self._memory.usual.get(StepKind.EXERCISE),
        )

    def _with_leech(self, entry: Scheduling) -> tuple[Entry, ...]:
        """Return the entry, with the row that suspends its item if it becomes a leech by it and they are suspended."""
        if self._leeches is not Leeches.SUSPEND:
            return (entry,)
        memory = self._memory
        return with_leech(entry, memory.standing(entry.item), self._time_for(entry.item), pace_of(memory.tuning))

    def _write_each(self, items: Iterable[ItemId], entry_of: Callable[[ItemId, str], Entry | None]) -> None:
        self._write(partial(for_each, tuple(items), entry_of))

    def _write(self, decide: Callable[[], Sequence[Entry]], on_progress: OnProgress | None = None) -> tuple[Row, ...]:
        """Write what is decided once all rows of others are known."""
        return self._change(lambda: self._books.write(decide, on_progress))

    def _change(self, change: Callable[[], _Result]) -> _Result:
        """Change the books, then look at what that means for the packs, even if it was only what others wrote."""
        with self._writing:
            try:
                return change()
            finally:
                self._outlook.follow(self._books.take_changes(), self._memory)
