"""Grades a class: collects what was handed in, judges what was not judged before, and puts it all into one table."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import closing
from functools import partial

from msgspec import Struct

from quizapp.classroom.grading.judges.jobs import Job, JudgeAll, Judgements, Kit, Kits
from quizapp.classroom.grading.judges.judged import judge_words
from quizapp.classroom.grading.judges.progress import Progress, fingerprint_of, key_of
from quizapp.classroom.grading.judges.rounds import judge_in_rounds
from quizapp.classroom.grading.results.table import Entry, Table, make_table
from quizapp.classroom.grading.submissions.collecting import Class, collect
from quizapp.classroom.grading.submissions.doubts import doubts
from quizapp.classroom.grading.submissions.handed_in import Code, HandedIn, Unusable, Words
from quizapp.classroom.grading.submissions.tickets import Ticket, within_bounds
from quizapp.classroom.grading.submissions.wrapping import unwrapped
from quizapp.judging.expectations import read_expectations
from quizapp.packs.model import Exercise, Item, ItemId, Pack, Question


class Graded(Struct, frozen=True):
    """A class' table, and how it came about: how many judgements are new, and how many were there before."""

    table: Table
    new: int
    kept: int


def grade(
    pack: Pack,
    of_class: Class,
    progress: Progress,
    judge_all: JudgeAll,
    on_progress: Callable[[int, int], None] | None = None,
    *,
    points_per_item: float | None = None,
) -> Graded:
    """Judge what was handed in and return the table, which is the same however and wherever it was judged.

    The folder is read twice: to know what is there, and then piece by piece for those who judge, so that the memory
    used does not grow with the class.

    Args:
        pack: by which it is judged.
        of_class: what was handed in, and what of it is asked.
        progress: what was judged before, and where judgements are kept.
        judge_all: where and how many at a time.
        on_progress: called with how many are judged, and of how many.
        points_per_item: what each item is worth; None for what the weights of its checks come to.

    Raises:
        SaysError: if the folder can't be read, an exercise can't be judged, or nothing can be run.
    """
    desk, found = _Desk(pack), unwrapped(of_class)
    of_class = found.of_class
    tickets = within_bounds([desk.ticket(each) for each in collect(of_class)])
    keys = {ticket.key for ticket in tickets if ticket.key}
    still_open = {ticket.key: ticket.item for ticket in tickets if ticket.key and ticket.key not in progress.judged}
    # Closed even if an exception passes: runs under way are stopped then.
    with closing(_judge(of_class, desk, still_open, judge_all)) as judgements:
        for done, (key, judged) in enumerate(judgements, start=1):
            progress.add(key, judged)
            if on_progress is not None:
                on_progress(done, len(still_open))
    table = make_table(
        pack,
        _asked(of_class, tickets),
        _entries(tickets, progress),
        points_per_item=points_per_item,
        notices=(*found.notices, *doubts(tickets, of_class)),
    )
    return Graded(table, len(still_open), len(keys) - len(still_open))


class _Desk:
    """Knows the pack's items, and by what a judgement of each is known."""

    def __init__(self, pack: Pack) -> None:
        self.items: Mapping[ItemId, Item] = {item.id: item for item in pack.items()}
        self._pack = pack
        self._fingerprints: dict[ItemId, str] = {}

    def ticket(self, handed: HandedIn) -> Ticket:
        """Return what is remembered of a thing that was handed in."""
        problem = handed.work if isinstance(handed.work, Unusable) else None
        return Ticket(handed.student, handed.item, handed.source, self.key(handed), problem)

    def key(self, handed: HandedIn) -> str:
        """Return the key of a piece of work, "" of what can't be judged."""
        if isinstance(handed.work, Unusable):
            return ""
        if handed.item not in self._fingerprints:
            self._fingerprints[handed.item] = fingerprint_of(self.items[handed.item], self._pack)
        return key_of(handed.work, self._fingerprints[handed.item])


def _judge(of_class: Class, desk: _Desk, still_open: Mapping[str, ItemId], judge_all: JudgeAll) -> Judgements:
    """Judge everything that is open, equal work once: answers here and at once, code by `judge_all`."""
    exercises = [item for item in map(desk.items.get, set(still_open.values())) if isinstance(item, Exercise)]
    kits: Kits = {exercise.id: Kit(exercise, read_expectations(exercise.folder)) for exercise in exercises}
    if kits:
        yield from judge_in_rounds(partial(_jobs, of_class, desk), still_open.keys(), kits, judge_all)
    yield from _answers(of_class, desk, still_open)


def _open(of_class: Class, desk: _Desk, keys: Set[str]) -> Iterator[tuple[str, HandedIn]]:
    """Yield each piece of work with one of these keys, once."""
    left = set(keys)
    for handed in collect(of_class):
        key = desk.key(handed)
        if key in left:
            left.remove(key)
            yield key, handed


def _jobs(of_class: Class, desk: _Desk, keys: Set[str]) -> Iterator[Job]:
    for key, handed in _open(of_class, desk, keys):
        if isinstance(handed.work, Code):
            yield Job(key, handed.item, handed.work)


def _answers(of_class: Class, desk: _Desk, still_open: Mapping[str, ItemId]) -> Judgements:
    keys = {key for key, item in still_open.items() if isinstance(desk.items[item], Question)}
    if not keys:
        return
    for key, handed in _open(of_class, desk, keys):
        item = desk.items[handed.item]
        if isinstance(handed.work, Words) and isinstance(item, Question):
            yield key, judge_words(handed.work.text, item)


def _asked(of_class: Class, tickets: Sequence[Ticket]) -> tuple[Item, ...]:
    """Return the items that are the table's columns."""
    named = {ticket.item for ticket in tickets}
    return tuple(item for item in of_class.items if of_class.asks_for_all or item.id in named)


def _entries(tickets: Sequence[Ticket], progress: Progress) -> Iterator[Entry]:
    for ticket in tickets:
        says = None if ticket.problem is None else ticket.problem.says
        yield Entry(ticket.student, ticket.item, ticket.source, progress.judged.get(ticket.key), says)
