"""What of an item can be found: its texts in both languages, and what the learner has written about it."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from hashlib import blake2b

import msgspec
from msgspec import Struct

from quizapp.packs.model import Card, Exercise, Item, ItemId, Question, Text
from quizapp.search.words import pieces, without_emphasis


class Part(StrEnum):
    """Which of an item's texts it is."""

    TITLE = "title"
    FRONT = "front"
    BACK = "back"
    PROMPT = "prompt"
    OPTION = "option"
    EXPLANATION = "explanation"
    HINT = "hint"
    CODE = "code"  # what the learner is shown: a snippet, given code, starter, lines to put in order
    SOLUTION = "solution"
    NOTE = "note"
    DRAFT = "draft"
    ATTEMPT = "attempt"


OWN = (Part.NOTE, Part.DRAFT, Part.ATTEMPT)
"""What the learner has written."""

ANSWERS = (Part.BACK, Part.EXPLANATION, Part.HINT, Part.SOLUTION)
"""What a learner should first find out."""

AS_WRITTEN = (Part.CODE, Part.SOLUTION, Part.DRAFT, Part.ATTEMPT)
"""What is code, not Markdown."""


class Segment(Struct, frozen=True, array_like=True):
    """One text; `language` is "" for what is the same in all."""

    part: Part
    text: str
    language: str = ""


class OwnTexts(Struct, frozen=True):
    """What the learner has written about an item, and whether they have passed it."""

    note: str = ""
    draft: str = ""
    attempt: str = ""
    is_passed: bool = False


NOTHING_OWN = OwnTexts()


class Document(Struct, frozen=True):
    """An item as the index takes it.

    Attributes:
        names: what else it goes by: its id, its concepts with their titles.
    """

    item: ItemId
    segments: tuple[Segment, ...]
    names: tuple[str, ...] = ()

    def digest(self) -> bytes:
        """Return 16 bytes that are others for another document."""
        return blake2b(_encoder.encode((self.segments, self.names)), digest_size=16).digest()

    def columns(self) -> tuple[str, str, str, str, str]:
        """Return the texts as the index weighs them: title, prose, code, the learner's own, names."""
        written = [segment.text for segment in self.segments]
        return (
            self._joined(Part.TITLE),
            self._joined(*_PROSE),
            self._joined(Part.CODE, Part.SOLUTION),
            self._joined(*OWN),
            "\n".join((*self.names, *pieces(written))),
        )

    def _joined(self, *parts: Part) -> str:
        return "\n".join(
            segment.text if segment.part in AS_WRITTEN else without_emphasis(segment.text)
            for segment in self.segments
            if segment.part in parts
        )


_PROSE = (Part.FRONT, Part.BACK, Part.PROMPT, Part.OPTION, Part.EXPLANATION, Part.HINT)
_encoder = msgspec.msgpack.Encoder()


def document(item: Item, concepts: Mapping[str, Text], own: OwnTexts = NOTHING_OWN) -> Document:
    """Make the document of an item.

    Solution and explanation of an exercise are in it only once it was passed: nobody finds them before by looking for
    what they might hold.
    """
    titles = (title for concept in item.concepts if (title := concepts.get(concept)) is not None)
    names = (item.id, *item.concepts, *(words for title in titles for words in title.by_language.values()))
    segments = (*_read(Part.TITLE, item.title), *_item_segments(item, own.is_passed), *_own_segments(own))
    kept = (
        Segment(segment.part, _well_formed(segment.text), segment.language)
        for segment in segments
        if segment.text.strip()
    )
    return Document(item.id, tuple(kept), names)


def _read(part: Part, *texts: Text | None) -> Iterator[Segment]:
    for text in texts:
        if text is not None:
            yield from (Segment(part, words, language) for language, words in text.by_language.items())


def _item_segments(item: Item, is_passed: bool) -> Iterator[Segment]:
    match item:
        case Card():
            yield from _read(Part.FRONT, item.front)
            yield from _read(Part.BACK, item.back)
        case Question():
            yield from _read(Part.PROMPT, item.prompt)
            yield from _read(Part.OPTION, *(option.text for option in item.options))
            yield from _read(Part.EXPLANATION, *(option.why for option in item.options), item.explanation)
            # One by one: together they would show the right order.
            yield from (Segment(Part.CODE, code) for code in (item.code or "", *item.lines))
        case Exercise():
            yield from _read(Part.PROMPT, item.prompt)
            yield from _read(Part.HINT, *item.hints)
            yield from (Segment(Part.CODE, code) for code in (item.given, item.starter))
            if is_passed:
                yield from _read(Part.EXPLANATION, item.explanation)
                yield Segment(Part.SOLUTION, item.solution)


def _own_segments(own: OwnTexts) -> Iterator[Segment]:
    yield Segment(Part.NOTE, own.note)
    yield Segment(Part.DRAFT, own.draft)
    # What was checked last and not changed since is found once.
    yield Segment(Part.ATTEMPT, own.attempt if own.attempt != own.draft else "")


def _well_formed(typed: str) -> str:
    """Return the text with `?` for halves of surrogate pairs, which an editor may hold and a file can't."""
    return typed.encode("utf-8", "replace").decode("utf-8")
