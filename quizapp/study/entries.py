"""What stands in the journal: one frozen value per kind of row, and how it becomes text."""

from datetime import UTC, datetime
from typing import Annotated, TypeAlias

import msgspec
from msgspec import Meta, Struct

from quizapp.packs.model import ItemId
from quizapp.study.model import Rating, Tuning

RowId: TypeAlias = str
"""32 hexadecimal digits, unique among all rows of all devices."""

Batch: TypeAlias = str
"""What the rows of one action share, so that one undo takes them all back; None for an action of one row."""


Moment: TypeAlias = Annotated[datetime, Meta(tz=True)]
"""A time that says where on the globe it is read."""


class Rated(Struct, frozen=True, kw_only=True, tag_field="kind", tag="rated"):
    """A card was rated by the learner."""

    item: ItemId
    rating: Rating
    seconds: float
    batch: Batch | None = None


class Answered(Struct, frozen=True, kw_only=True, tag_field="kind", tag="answered"):
    """A question was answered; `rating` is what followed from it."""

    item: ItemId
    answer: str
    right: bool
    seconds: float
    rating: Rating
    batch: Batch | None = None


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
    batch: Batch | None = None


class Undone(Struct, frozen=True, kw_only=True, tag_field="kind", tag="undone"):
    """The row with the id `row`, which is about `item`, was taken back."""

    item: ItemId
    row: RowId


class Rerated(Struct, frozen=True, kw_only=True, tag_field="kind", tag="rerated"):
    """The learner gave the answer or attempt of `row` another rating than the one that was derived."""

    item: ItemId
    row: RowId
    rating: Rating
    batch: Batch | None = None


class Buried(Struct, frozen=True, kw_only=True, tag_field="kind", tag="buried"):
    """The item is put off until the next day begins, at `until`; UTC."""

    item: ItemId
    until: Moment
    batch: Batch | None = None


class Suspended(Struct, frozen=True, kw_only=True, tag_field="kind", tag="suspended"):
    """The item does not come up any more, or, with `on` False, comes up again."""

    item: ItemId
    on: bool
    batch: Batch | None = None


class DateSet(Struct, frozen=True, kw_only=True, tag_field="kind", tag="date_set"):
    """The item comes back at `due`, UTC, whatever its memory says; the next rating ends that."""

    item: ItemId
    due: Moment
    batch: Batch | None = None


class Noted(Struct, frozen=True, kw_only=True, tag_field="kind", tag="noted"):
    """The learner's note on an item, Markdown, in place of the one before; "" takes it away."""

    item: ItemId
    text: str
    batch: Batch | None = None


class CardWritten(Struct, frozen=True, kw_only=True, tag_field="kind", tag="card_written"):
    """A card of the learner's own, Markdown, in place of what it was before, in one of their decks."""

    item: ItemId
    deck: str
    front: str
    back: str
    concepts: tuple[str, ...] = ()
    source: str | None = None
    batch: Batch | None = None


class CardDropped(Struct, frozen=True, kw_only=True, tag_field="kind", tag="card_dropped"):
    """A card of the learner's own was thrown away; what was learnt with it stays in the journal."""

    item: ItemId
    batch: Batch | None = None


class Tuned(Struct, frozen=True, kw_only=True, tag_field="kind", tag="tuned"):
    """The scheduler works this way from now on, for everything that was ever rated. `item` is empty."""

    tuning: Tuning
    item: ItemId = ""
    batch: Batch | None = None


class QuizBegun(Struct, frozen=True, kw_only=True, tag_field="kind", tag="quiz_begun"):
    """A quiz was put together; its other rows name it by `item`, which is `quiz/` and 32 hexadecimal digits.

    Attributes:
        items: what is asked, in order.
        seconds: the limit, None for none.
        feedback: "at_once" or "at_the_end".
        counts: whether its answers count for the schedule too.
        lessons: what was chosen, as `pack/lesson`; empty for all.
        kinds: which kinds of item were chosen; empty for all.
        count: how many items were wanted; 0 where the missed ones of another quiz are asked again.
    """

    item: ItemId
    items: tuple[ItemId, ...]
    seconds: float | None = None
    feedback: str = "at_once"
    counts: bool = False
    lessons: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    count: int = 0


class QuizAnswered(Struct, frozen=True, kw_only=True, tag_field="kind", tag="quiz_answered"):
    """An item of a quiz was answered, or, with an empty answer, passed over. `seconds` were spent on it."""

    item: ItemId
    asked: ItemId
    answer: str
    right: bool
    seconds: float
    detail: str = ""


class QuizPaused(Struct, frozen=True, kw_only=True, tag_field="kind", tag="quiz_paused"):
    """A quiz was left for later; `seconds` of it were used up altogether."""

    item: ItemId
    seconds: float


class QuizEnded(Struct, frozen=True, kw_only=True, tag_field="kind", tag="quiz_ended"):
    """A quiz is over after `seconds`; what was not answered by then stays open."""

    item: ItemId
    seconds: float


Scheduling: TypeAlias = Rated | Answered | Attempted
"""What may carry a rating."""

Entry: TypeAlias = (
    Rated
    | Answered
    | Attempted
    | Undone
    | Rerated
    | Buried
    | Suspended
    | DateSet
    | Noted
    | CardWritten
    | CardDropped
    | Tuned
    | QuizBegun
    | QuizAnswered
    | QuizPaused
    | QuizEnded
)


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
        NOT_JSON: one of these, if it is of a kind that this version doesn't know, or not an entry.
        OverflowError: if it says a time that no calendar has in UTC.
    """
    entry = _decoder.decode(data)
    match entry:
        case Buried(until=at) | DateSet(due=at):
            at.astimezone(UTC)
    return entry


def kind_of(entry: Entry) -> str:
    """Return the word that stands in the row's `kind` column."""
    return word_of(type(entry))


def word_of(kind: type[Entry]) -> str:
    """Return the word that stands in the `kind` column of rows of this kind."""
    return str(kind.__struct_config__.tag)
