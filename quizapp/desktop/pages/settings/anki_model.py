"""Which packs' cards can go to Anki, and how they do; without Qt."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from quizapp.packs.model import Card, Pack
from quizapp.study.own_cards import OWN_PACK

if TYPE_CHECKING:
    from quizapp.study.anki.exporting import Exported


class Choice(Struct, frozen=True):
    """A pack as the list shows it: its title, and how many cards it has."""

    pack: str
    title: str
    cards: int


def choices(packs: Iterable[Pack], language: str) -> tuple[Choice, ...]:
    """Return the packs whose cards can be exported; own cards have a way of their own."""
    counted = ((pack, _count_cards(pack)) for pack in packs if pack.id != OWN_PACK)
    return tuple(Choice(pack.id, pack.title.read(language), cards) for pack, cards in counted if cards)


def _count_cards(pack: Pack) -> int:
    return sum(isinstance(item, Card) for lesson in pack.lessons for item in lesson.items)


def file_name(title: str) -> str:
    """Return a name for a pack's deck that every system takes."""
    name = re.sub(r"[^\w ()+-]+", "-", title).strip(" -")
    return f"{name or 'quizapp'}.apkg"


def export_pack(out: Path, pack: Pack, language: str) -> "Exported":
    """Write a pack's cards into a deck; slow.

    Raises:
        AnkiError: if it can't be written.
    """
    from quizapp.study.anki.exporting import pack_exported, write_anki

    return write_anki(out, pack_exported(pack, language), datetime.now(UTC))
