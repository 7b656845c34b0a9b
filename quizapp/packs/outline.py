"""What a pack says of itself before its items are read: enough for a list, at once, however large it is."""

from pathlib import Path

from msgspec import Struct

from quizapp.packs.model import Text


class LessonOutline(Struct, frozen=True, kw_only=True):
    """A lesson before its items are read; `items` are the slugs that it lists."""

    id: str
    title: Text
    summary: Text
    items: tuple[str, ...]


class Outline(Struct, frozen=True, kw_only=True):
    """What a pack says of itself, and how its items are ordered: read at once, however large the pack is."""

    id: str
    version: str
    title: Text
    folder: Path
    language: str
    lessons: tuple[LessonOutline, ...]
    authors: tuple[str, ...] = ()
    licence: str | None = None

    @property
    def count(self) -> int:
        """How many items its lessons list."""
        return sum(len(lesson.items) for lesson in self.lessons)
