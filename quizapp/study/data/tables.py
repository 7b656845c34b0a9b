"""CSV tables as spreadsheets save them: of reviews, as `exporting` writes them, or of cards with a front and a back."""

import csv
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, tzinfo
from hashlib import sha256
from io import StringIO
from math import isfinite
from pathlib import Path
from typing import Final, TypeVar

from msgspec import Struct

from quizapp.message import Message, message
from quizapp.study.data.errors import DataError, NotWhole, cannot_read
from quizapp.study.data.exporting import FORMULA_BEGINS
from quizapp.study.data.reading import Unread
from quizapp.study.data.stored import StoredRow, microseconds
from quizapp.study.entries import Answered, Attempted, Entry, Rated, encode_entry
from quizapp.study.model import Rating
from quizapp.study.own_cards import OwnCard, card_id

DEVICE: Final = "csv"
"""What stands for the device in rows that come from a table: the same for everyone who imports it."""

LONGEST_FIELD: Final = 1 << 20
LONGEST_ITEM: Final = 400

_SEPARATORS: Final = (",", ";", "\t")
_REVIEW_COLUMNS: Final = frozenset({"item", "kind", "utc"})
_CARD_COLUMNS: Final = frozenset({"front", "back"})
_Read = TypeVar("_Read")

_YES: Final = frozenset({"yes", "true", "1", "\u662f"})


class ReadTable(Struct, frozen=True, kw_only=True):
    """What a table holds: reviews or cards, and the lines that can't be read."""

    reviews: tuple[StoredRow, ...] = ()
    cards: tuple[OwnCard, ...] = ()
    unread: tuple[Unread, ...] = ()


class _LineError(Exception):
    def __init__(self, says: Message) -> None:
        super().__init__(str(says))
        self.says = says


def read_table(path: Path) -> ReadTable:
    """Read a table; its first line names the columns, in any order.

    Reviews have `utc`, `item`, `kind` (card, question, exercise), and may have `rating`, `seconds`, `passed`, `hints`,
    `solution_shown`. Cards have `front` and `back`, and may have `deck` and `concepts` (words).

    Raises:
        NotWhole: if it is no such table.
        DataError: if it can't be read.
    """
    try:
        lines = list(StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))
    except UnicodeDecodeError as error:
        raise NotWhole(message("{file} is not UTF-8 text; save it as UTF-8.", file=str(path))) from error
    except FileNotFoundError as error:
        raise DataError(message("There is no file {path}.", path=str(path))) from error
    except OSError as error:
        raise cannot_read(path, error) from error
    separator = next((each for each in _SEPARATORS if _kind(_header(lines, each)) is not None), None)
    if separator is None:
        raise NotWhole(_no_table(path))
    header = _header(lines, separator)
    records = _records(lines, separator, header)
    if _kind(header) is _REVIEW_COLUMNS:
        reviews, unread = _read_all(records, _review)
        return ReadTable(reviews=reviews, unread=unread)
    cards, unread = _read_all(records, lambda record: _card(record, path.stem))
    return ReadTable(cards=cards, unread=unread)


def _no_table(path: Path) -> Message:
    return message(
        "{path} is no table that can be imported: its first line must name the columns front and back (cards), or utc, "
        "item and kind (reviews).",
        path=str(path),
    )


def _header(lines: list[str], separator: str) -> list[str]:
    first = next(csv.reader(lines[:1], delimiter=separator), [])
    return [name.strip().lower() for name in first]


def _kind(header: list[str]) -> frozenset[str] | None:
    return next((columns for columns in (_REVIEW_COLUMNS, _CARD_COLUMNS) if columns <= set(header)), None)


def _records(lines: list[str], separator: str, header: list[str]) -> Iterator[tuple[int, dict[str, str] | Message]]:
    csv.field_size_limit(min(LONGEST_FIELD, sys.maxsize))
    reader = csv.reader(lines, delimiter=separator)
    next(reader)
    while True:
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield reader.line_num, message("it is no line of a table ({reason})", reason=str(error))
            continue
        if any(value.strip() for value in values):
            yield reader.line_num, dict(zip(header, values, strict=False))


def _read_all(
    records: Iterator[tuple[int, dict[str, str] | Message]], read: Callable[[Mapping[str, str]], _Read]
) -> tuple[tuple[_Read, ...], tuple[Unread, ...]]:
    found: list[_Read] = []
    unread: list[Unread] = []
    for number, record in records:
        if isinstance(record, Message):
            unread.append(Unread(number, record))
            continue
        try:
            found.append(read(record))
        except _LineError as error:
            unread.append(Unread(number, error.says))
    return tuple(found), tuple(unread)


def _card(record: Mapping[str, str], deck: str) -> OwnCard:
    front, back = record.get("front", "").strip(), record.get("back", "").strip()
    if not front or not back:
        raise _LineError(message("a card needs a front and a back"))
    named = record.get("deck", "").strip() or deck
    digits = sha256(f"{named}\0{front}".encode()).hexdigest()
    concepts = tuple(record.get("concepts", "").split())
    return OwnCard(id=card_id(named, digits), deck=named, front=front, back=back, concepts=concepts)


def _review(record: Mapping[str, str]) -> StoredRow:
    item, at = _item(record), _moment(record)
    data = encode_entry(_entry(record, item)).encode()
    row_id = sha256(f"{microseconds(at)}\0".encode() + data).hexdigest()[:32]
    return StoredRow(row_id, DEVICE, microseconds(at), data)


def _item(record: Mapping[str, str]) -> str:
    text = record.get("item", "").strip()
    # What `exporting` puts before a text that a spreadsheet would take for a formula.
    item = text[1:] if text.startswith("'") and text[1:].startswith(FORMULA_BEGINS) else text
    if not 0 < len(item) <= LONGEST_ITEM:
        raise _LineError(message("it does not say which item it is about"))
    return item


def _moment(record: Mapping[str, str]) -> datetime:
    text = record.get("utc", "").strip()
    try:
        at = datetime.fromisoformat(text)
        zone: tzinfo = at.tzinfo or UTC
        return at.replace(tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise _LineError(message("{text} is no time such as 2026-03-02T12:00:00Z", text=text)) from error


def _entry(record: Mapping[str, str], item: str) -> Entry:
    kind, rating, seconds = record.get("kind", "").strip(), _rating(record), _seconds(record)
    match kind:
        case "card":
            return Rated(item=item, rating=_given(rating), seconds=seconds)
        case "question":
            given = _given(rating)
            right = _is_yes(record, "passed", otherwise=given is not Rating.AGAIN)
            return Answered(item=item, answer="", right=right, seconds=seconds, rating=given)
        case "exercise":
            return Attempted(
                item=item,
                code="",
                passed=_is_yes(record, "passed", otherwise=rating not in (None, Rating.AGAIN)),
                ending="finished",
                mistake=None,
                seconds=seconds,
                hints=_count(record, "hints"),
                solution_shown=_is_yes(record, "solution_shown", otherwise=False),
                rating=rating,
            )
    raise _LineError(message("{kind} is none of card, question and exercise", kind=kind))


def _rating(record: Mapping[str, str]) -> Rating | None:
    text = record.get("rating", "").strip().lower()
    if not text:
        return None
    found = next((each for each in Rating if text in (each.name.lower(), str(int(each)))), None)
    if found is None:
        raise _LineError(message("{rating} is none of again, hard, good and easy", rating=text))
    return found


def _given(rating: Rating | None) -> Rating:
    if rating is None:
        raise _LineError(message("it lacks the rating"))
    return rating


def _seconds(record: Mapping[str, str]) -> float:
    text = record.get("seconds", "").strip() or "0"
    try:
        seconds = float(text)
    except ValueError as error:
        raise _LineError(message("{text} is no number of seconds", text=text)) from error
    return seconds if isfinite(seconds) and seconds > 0 else 0.0


def _count(record: Mapping[str, str], column: str) -> int:
    text = record.get(column, "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def _is_yes(record: Mapping[str, str], column: str, *, otherwise: bool) -> bool:
    text = record.get(column, "").strip().lower()
    return text in _YES if text else otherwise
