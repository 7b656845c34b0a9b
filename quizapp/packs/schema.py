"""JSON Schema of what authors write in TOML: editors complete keys with it and mark mistakes while one types."""

from typing import Any, Final

import msgspec
from msgspec import Struct

from quizapp.packs.tables import OBSERVABLE
from quizapp.packs.written import (
    WrittenCard,
    WrittenExercise,
    WrittenLesson,
    WrittenPack,
    WrittenQuestion,
    WrittenSibling,
)

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

FILE_KINDS: Final[dict[str, type[Struct]]] = {
    "pack": WrittenPack,
    "lesson": WrittenLesson,
    "exercise": WrittenExercise,
    "card": WrittenCard,
    "question": WrittenQuestion,
    "translation": WrittenSibling,
}
"""What there are schemas of: pack.toml, lesson.toml, exercise.toml, and front matter of three kinds of Markdown."""


def schema_of(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of one of FILE_KINDS.

    Raises:
        KeyError: if there is no such kind.
    """
    made: dict[str, Any] = msgspec.json.schema(FILE_KINDS[kind])
    aspects = made.get("$defs", {}).get("Aspect")
    if aspects is not None:
        # The other aspects are made by judging; no check can ask for them.
        aspects["enum"] = [str(aspect) for aspect in OBSERVABLE]
    return {"$schema": DIALECT, "title": kind, **made}
