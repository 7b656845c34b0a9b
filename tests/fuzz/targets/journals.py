"""A learner's own data from elsewhere: journals, tables and shared folders are taken in and lived with."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from quizapp.home import Home
from quizapp.message import SaysError
from quizapp.study.data.errors import DataError
from quizapp.study.data.exporting import export_lines, export_reviews
from quizapp.study.data.importing import bring_in, look_at
from quizapp.study.data.syncing import share, sync
from quizapp.study.data.taking import taking_in
from quizapp.study.entries import (
    Buried,
    CardWritten,
    DateSet,
    Entry,
    QuizAnswered,
    QuizBegun,
    QuizEnded,
    QuizPaused,
    Rated,
    Rerated,
    Suspended,
    Tuned,
)
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import Rating, Tuning
from tests.fuzz.parts import joined, parted, write_inside
from tests.fuzz.saying import demand_names, demand_said
from tests.fuzz.target import Read, Target
from tests.study.data.sample import ENTRIES, rated
from tests.study.sample import NOON

_SUM = re.compile(rb',"sum":"[0-9a-f]{8}"(?=}\n)')
_DEVICE = "d" * 32
_CARD = "own/torch/0123456789ab"
_QUIZ = f"quiz/{'0' * 32}"
_MORE: tuple[Entry, ...] = (
    CardWritten(item=_CARD, deck="Torch", front="f", back="b", concepts=("view",)),
    Rated(item=_CARD, rating=Rating.HARD, seconds=1.0),
    Buried(item="p/l/a", until=NOON + timedelta(days=1)),
    Suspended(item="p/l/q", on=True),
    DateSet(item="p/l/e", due=NOON + timedelta(days=9)),
    Tuned(tuning=Tuning()),
    Rerated(item="p/l/a", row="0" * 32, rating=Rating.EASY),
    QuizBegun(item=_QUIZ, items=("p/l/a", "p/l/q"), seconds=60.0, count=2),
    QuizAnswered(item=_QUIZ, asked="p/l/q", answer="4", right=True, seconds=2.0),
    QuizPaused(item=_QUIZ, seconds=9.0),
    QuizEnded(item=_QUIZ, seconds=30.0),
)
_CARDS = 'front,back,deck,concepts\nWhat?,That.,Torch,view stride\n=1+1,"a\nb",,\n'


@cache
def _written() -> tuple[bytes, bytes, bytes]:
    """Return a journal with every kind of row: as a SQLite file, as lines, and its reviews as a table."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        with Journal(folder / "journal.sqlite") as journal:
            rows = [journal.append(entry, NOON + timedelta(minutes=at)) for at, entry in enumerate((*ENTRIES, *_MORE))]
        export_lines(folder / "journal.sqlite", folder / "out.jsonl", NOON)
        export_reviews(rows, folder / "out.csv")
        return tuple((folder / each).read_bytes() for each in ("journal.sqlite", "out.jsonl", "out.csv"))  # type: ignore[return-value]


def line_seeds() -> tuple[bytes, ...]:
    """Return a journal as lines, with sums and, so that what is changed is not refused for that, without."""
    _, lines, _ = _written()
    return lines, _SUM.sub(b"", lines)


def database_seeds() -> tuple[bytes, ...]:
    """Return a journal's file."""
    return (_written()[0],)


def table_seeds() -> tuple[bytes, ...]:
    """Return a table of reviews as we write it, and one of cards."""
    return _written()[2], _CARDS.encode(), _CARDS.replace(",", ";").encode()


def sync_seeds() -> tuple[bytes, ...]:
    """Return a shared folder with two devices, and what one remembers of it."""
    bare = line_seeds()[1]
    return (
        joined({f"shared/quizapp-{_DEVICE}.jsonl": bare, "shared/quizapp-pictures/00.png": b"x"}),
        joined({f"shared/quizapp-{'e' * 32}.jsonl": bare, "sync.json": _remembered()}),
    )


@cache
def _remembered() -> bytes:
    with TemporaryDirectory() as name:
        home = Home(Path(name) / "home")
        (Path(name) / "shared").mkdir()
        with _learner(home) as learner, taking_in(learner, home.journal) as take:
            sync(Path(name) / "shared", home, take, NOON)
        return home.sync.read_bytes()


@cache
def _journal_to_begin_with() -> bytes:
    with TemporaryDirectory() as name:
        with Journal(Path(name) / "journal.sqlite") as journal:
            journal.append(rated(), NOON)
        return (Path(name) / "journal.sqlite").read_bytes()


@contextmanager
def _learner(home: Home) -> Iterator[Learner]:
    home.make()
    home.journal.write_bytes(_journal_to_begin_with())
    with Journal(home.journal) as journal:
        yield Learner(journal, (), new_per_day=5, clock=lambda: NOON, pictures=home.pictures)


def _reader(ending: str) -> Read:
    def read(data: bytes, place: Path) -> None:
        path, home = place / f"theirs{ending}", Home(place / "home")
        path.write_bytes(data)
        with _learner(home) as learner:
            try:
                looked = look_at(path, home, learner, NOON)
                for unread in looked.told:
                    demand_said(unread.why)
                brought = bring_in(path, home, learner, NOON)
            except DataError as error:
                demand_names(error, path)
                return
            assert (looked.rows, looked.unread) == (brought.merged.rows, brought.merged.unread)
            # A row that stands twice in a file is looked at twice, and taken once.
            assert looked.new >= brought.merged.new
            _live_on(learner)
            _demand_the_same_anew(home, learner)
        assert data == path.read_bytes()

    return read


def _live_on(learner: Learner) -> None:
    """Do what the app does with a journal, whatever is in it now."""
    learner.today()
    learner.queue()
    learner.notes()
    for item in [*learner.standings(), *(card.id for card in learner.own_cards())][:50]:
        learner.state(item)
        learner.due_at(item)
        learner.intervals(item)
        learner.history(item)
    for says in learner.warnings:
        demand_said(says)


def _demand_the_same_anew(home: Home, learner: Learner) -> None:
    """Fail unless the journal, opened by another, comes to the same schedule."""
    learner.rebuild()
    with Journal(home.journal) as journal:
        other = Learner(journal, (), new_per_day=5, clock=lambda: NOON)
        assert dict(other.standings()) == dict(learner.standings())


def sync_folder(data: bytes, place: Path) -> None:
    """Sync with a folder in which anything may lie, from a memory of it that may be wrong."""
    files = parted(data)
    home, shared = Home(place / "home"), place / "shared"
    write_inside(place, ((name, content) for name, content in files if name.startswith("shared/")))
    if shared.is_file():
        # From a name such as "shared/": then there is no folder to sync with.
        return
    shared.mkdir(exist_ok=True)
    theirs = {path: path.read_bytes() for path in shared.rglob("*") if path.is_file()}
    with _learner(home) as learner:
        for name, content in files:
            if name == home.sync.name:
                home.sync.write_bytes(content.replace(_place_of_seed(content), str(shared).encode()))
        try:
            with taking_in(learner, home.journal) as take:
                synced = sync(shared, home, take, NOON)
            share(shared, home, NOON)
        except SaysError as error:
            demand_said(error.says)
            return
        for skipped in synced.skipped:
            demand_said(skipped.why)
        _live_on(learner)
    own = [path for path in theirs if learner.device in path.name]
    assert all(path in own or path.read_bytes() == content for path, content in theirs.items())


def _place_of_seed(content: bytes) -> bytes:
    found = re.search(rb'"folder":\s*"([^"]+)"', content)
    return found[1] if found else b"\0"


TARGETS = (
    Target(name="lines", seeds=line_seeds, read=_reader(".jsonl")),
    Target(name="database", seeds=database_seeds, read=_reader(".sqlite"), largest=1 << 18),
    Target(name="tables", seeds=table_seeds, read=_reader(".csv")),
    Target(name="sync", seeds=sync_seeds, read=sync_folder),
)
