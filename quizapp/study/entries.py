"""What stands in the journal: one frozen value per kind of row, and how it becomes text."""

from datetime import datetime
from typing import TypeAlias

import msgspec
from msgspec import Struct

from quizapp.packs.model import ItemId
from quizapp.study.model import Rating

RowId: TypeAlias = str
"""32 hexadecimal digits, unique among all rows of all devices."""


class Rated(Struct, frozen=True, kw_only=True, tag_field="kind", tag="rated"):
    """A card was rated by the learner."""

    item: ItemId
    rating: Rating
    seconds: float


class Answered(Struct, frozen=True, kw_only=True, tag_field="kind", tag="answered"):
    """A question was answered; `rating` is what followed from it."""

    item: ItemId
    answer: str
    right: bool
    seconds: float
    rating: Rating


class Attempted(Struct, frozen=True, kw_only=True, tag_field="kind", tag="attempted"):
    """An exercise's code was checked, or its solution shown; `rating` is what followed, None for nothing.

    `concept` is what the recognised mistake is about, as the items of the exercise's pack name it.
    """

    item: ItemId
    code: str
    passed: bool
    ending: str
    mistake: str | None
    seconds: float
    hints: int
    solution_shown: bool
    rating: Rating | None
    concept: str | None = None


class Undone(Struct, frozen=True, kw_only=True, tag_field="kind", tag="undone"):
    """The row with the id `row`, which is about `item`, was taken back."""

    item: ItemId
    row: RowId


Entry: TypeAlias = Rated | Answered | Attempted | Undone


class Row(Struct, frozen=True, kw_only=True):
    """One row of the journal.

    Attributes:
        device: the journal file that it was first written to.
        at: UTC, to the microsecond.
    """

    id: RowId
    device: str
    at: datetime
    entry: Entry


_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Entry] = msgspec.json.Decoder(Entry)


def encode_entry(entry: Entry) -> str:
    """Return the entry as JSON, its kind included."""
    return _encoder.encode(entry).decode()


def decode_entry(data: bytes) -> Entry:
    """Return the entry that `encode_entry` wrote; fields that this version doesn't know are passed over.

    Raises:
        msgspec.MsgspecError: if it is of a kind that this version doesn't know, or not an entry.
    """
    return _decoder.decode(data)


def kind_of(entry: Entry) -> str:
    """Return the word that stands in the row's `kind` column."""
    return str(entry.__struct_config__.tag)
