"""The values of a collection: kinds of note, cards, reviews."""

from msgspec import Struct


class Template(Struct, frozen=True):
    """How one card of a note is made: its name, and what its two sides are."""

    name: str
    front: str
    back: str


class NoteType(Struct, frozen=True, kw_only=True):
    """A kind of note.

    Attributes:
        fields: their names, in the order in which notes hold them.
        templates: by the ordinal of the card that each makes.
        is_cloze: its one template makes a card for each gap.
    """

    name: str
    fields: tuple[str, ...]
    templates: dict[int, Template]
    is_cloze: bool = False

    def template(self, ordinal: int) -> Template | None:
        """Return what makes the card with this ordinal, or None."""
        return self.templates.get(0 if self.is_cloze else ordinal)


class AnkiCard(Struct, frozen=True, kw_only=True):
    """One card of a collection, with its note.

    Attributes:
        id: by which reviews name it. guid: of the note; the same in every collection.
        ordinal: which of the note's cards it is, from 0.
        deck: its name, `::` between the levels.
        values: of the note's fields, HTML; None if they are far too long.
        note_modified, card_modified: seconds since 1970, UTC.
    """

    id: int
    guid: str
    ordinal: int
    deck: str
    note_type: NoteType | None
    values: tuple[str, ...] | None
    tags: tuple[str, ...]
    note_modified: int
    card_modified: int
    is_suspended: bool

    def fields(self) -> dict[str, str]:
        """Return the fields' values by name; what is missing is empty."""
        names = self.note_type.fields if self.note_type is not None else ()
        values = self.values or ()
        return {name: values[index] if index < len(values) else "" for index, name in enumerate(names)}


class AnkiReview(Struct, frozen=True, kw_only=True):
    """One answer to a card: `id` is when it was given, in milliseconds since 1970, UTC; `ease` from 1 to 4."""

    id: int
    card: int
    ease: int
    milliseconds: int
