"""A made-up journal of a learner who has reviewed for years, written quickly: for benchmarks."""

import random
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from tempfile import gettempdir
from uuid import UUID

from quizapp.packs.model import Item, Lesson, Pack
from quizapp.study import entries, journal, tables
from quizapp.study.entries import Answered, Attempted, Entry, Rated, encode_entry, kind_of
from quizapp.study.journal import Journal, to_microseconds
from quizapp.study.learner import Learner
from quizapp.study.model import Rating
from tests.study.sample import card, exercise, question, text

REVIEWS, ITEMS, LESSON = 1_000_000, 20_000, 50
UNTIL = datetime(2026, 3, 2, 12, tzinfo=UTC)
"""When the journal ends; the learner's clock should stand there, or a little later."""

_YEARS = timedelta(days=6 * 365)
_CODE = "x = torch.ones(3)\n" * 8
_INSERT = "INSERT INTO rows (id, device, at, kind, item, data) VALUES (?, ?, ?, ?, ?, ?)"


def many_items(items: int = ITEMS) -> Pack:
    """Return a pack of so many cards, with a question and an exercise among each ten; 50 items a lesson."""
    lessons = []
    for begin in range(0, items, LESSON):
        numbers = range(begin, min(begin + LESSON, items))
        made = tuple(_item(f"p/l{begin // LESSON}/{number}", number) for number in numbers)
        lessons.append(Lesson(id=f"l{begin // LESSON}", title=text("l"), summary=text("s"), items=made))
    return Pack(id="p", version="1", title=text("p"), folder=Path(), language="en", lessons=tuple(lessons))


def million_reviews(path: Path, *packs: Pack, reviews: int = REVIEWS) -> None:
    """Make a journal in which the items of these packs were reviewed so often in all, with ever longer pauses.

    Nothing is derived yet: the first who opens the journal rebuilds the schedule. The same packs give the same rows.
    """
    items = [item for pack in packs for item in pack.items()]
    chance = random.Random(1)
    with Journal(path) as made:
        device = made.device
    rows = [
        (at, item, rating)
        for number, item in enumerate(items)
        for at, rating in _reviews(chance, number, reviews // len(items) + (number < reviews % len(items)))
    ]
    rows.sort(key=lambda row: row[0])
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -400000")
        connection.executemany(_INSERT, (_row(chance, device, *row) for row in rows))


def _item(item_id: str, number: int) -> Item:
    concept = f"c{number % 200}"
    if number % 10 == 8:
        return question(item_id, concept)
    return exercise(item_id, concept) if number % 10 == 9 else card(item_id, concept)


def _reviews(chance: random.Random, number: int, count: int) -> list[tuple[int, Rating]]:
    """Return when an item was reviewed, µs, and how: minutes apart at first, then days, then months."""
    begin = UNTIL - _YEARS + timedelta(minutes=number * 60)
    weights = [chance.random() * min(1.25**turn, 100.0) for turn in range(count)]
    end = UNTIL - timedelta(minutes=1) - timedelta(days=120) * chance.random() ** 2
    scale = (end - begin) / (sum(weights) or 1.0)
    found, at = [], begin
    for weight in weights:
        at += scale * weight
        rating = chance.choices(list(Rating), (8, 12, 70, 10))[0]
        found.append((to_microseconds(at), rating))
    return found


def _row(chance: random.Random, device: str, at: int, item: Item, rating: Rating) -> tuple[object, ...]:
    entry = _entry(chance, item, rating)
    row_id = UUID(int=chance.getrandbits(128)).hex
    return (row_id, device, at, kind_of(entry), item.id, encode_entry(entry))


def _entry(chance: random.Random, item: Item, rating: Rating) -> Entry:
    number, seconds = int(item.id.rsplit("/", 1)[1]), round(chance.uniform(2, 60), 1)
    passed = rating is not Rating.AGAIN
    if number % 10 == 8:
        return Answered(item=item.id, answer="1", right=passed, seconds=seconds, rating=rating)
    if number % 10 != 9:
        return Rated(item=item.id, rating=rating, seconds=seconds)
    slipped = not passed and chance.random() < 0.5
    return Attempted(
        item=item.id,
        code=_CODE,
        passed=passed,
        ending="finished",
        mistake="slip" if slipped else None,
        seconds=seconds * 5,
        hints=0,
        solution_shown=not passed,
        rating=rating,
        concept=f"c{number % 200}" if slipped else None,
    )


def kept_million(reviews: int = REVIEWS, items: int = ITEMS) -> tuple[Path, Pack]:
    """Return a journal of so many reviews, its schedule derived, and its pack; made once, and kept for the next time.

    It lies in the folder for temporary files. Copy it before you write to it.
    """
    made = many_items(items)
    folder = Path(gettempdir()) / "quizapp-benchmarks"
    path = folder / f"million-{_digest()}-{reviews}-{items}.sqlite"
    if not path.exists():
        unfinished = path.with_suffix(".part")
        for old in folder.glob(f"million-*-{reviews}-{items}.*"):
            old.unlink()
        million_reviews(unfinished, made, reviews=reviews)
        with Journal(unfinished) as written:
            Learner(written, (), new_per_day=10)
        unfinished.rename(path)
    return path, made


def _digest() -> str:
    """Return what differs when the journal would be another one."""
    made_by = (Path(module.__file__ or "") for module in (entries, journal, tables))
    return blake2b(b"".join(file.read_bytes() for file in (Path(__file__), *made_by)), digest_size=6).hexdigest()
