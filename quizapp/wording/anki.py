"""Decks of Anki in words: what one would bring, what is left out and why, what an import or an export came to."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from quizapp.study.anki.deck import AnkiDeck, Named, Why
from quizapp.wording.speech import Wording

if TYPE_CHECKING:
    # The settings speak of decks from the start; what reads and writes them is slow to import.
    from quizapp.study.anki.exporting import Exported
    from quizapp.study.anki.taking import LookedAt, Taken

MOST_DECKS: Final = 8
"""So many decks of a file are named; the others are counted."""


def deck_words(looked: "LookedAt", wording: Wording) -> tuple[str, ...]:
    """Return what a file of Anki would bring; a line each."""
    decks = looked.deck.decks()
    more = len(decks) - MOST_DECKS
    lines = [_deck_line(deck, wording) for deck in decks[:MOST_DECKS]]
    if more > 0:
        lines.append(wording.say_many("and {count} more deck", "and {count} more decks", more))
    return (*lines, _new_line(looked, wording), *left_out_words(looked.deck, wording))


def _deck_line(deck: Named, wording: Wording) -> str:
    cards = wording.say_many("{count} card", "{count} cards", deck.cards)
    reviews = wording.say_many("{count} review", "{count} reviews", deck.reviews)
    return wording.say("{deck}: {cards}, {reviews}", deck=deck.deck, cards=cards, reviews=reviews)


def _new_line(looked: "LookedAt", wording: Wording) -> str:
    if not looked.deck.cards:
        return wording.say("There is no card in it that can be taken.")
    if not looked.new_cards and not looked.new_reviews:
        return wording.say("All of it is here already, but for what was changed in Anki since.")
    cards = wording.say_many("{count} new card", "{count} new cards", looked.new_cards)
    reviews = wording.say_many("{count} new review", "{count} new reviews", looked.new_reviews)
    return wording.say("It brings {cards} and {reviews}.", cards=cards, reviews=reviews)


def left_out_words(deck: AnkiDeck, wording: Wording) -> tuple[str, ...]:
    """Return what of a file is left out, and why; a line each."""
    return (*_cards_left_out(deck, wording), *_rest_left_out(deck, wording))


def _cards_left_out(deck: AnkiDeck, wording: Wording) -> Iterator[str]:
    for why, count in deck.left_out.items():
        match why:
            case Why.TOO_LONG:
                yield wording.say_many(
                    "{count} card is left out: far too long.", "{count} cards are left out: far too long.", count
                )
            case Why.EMPTY:
                yield wording.say_many(
                    "{count} card is left out: its front is empty.",
                    "{count} cards are left out: their fronts are empty.",
                    count,
                )
            case Why.OCCLUSION:
                yield wording.say_many(
                    "{count} card is left out: it covers parts of a picture.",
                    "{count} cards are left out: they cover parts of a picture.",
                    count,
                )
            case _:
                yield wording.say_many(
                    "{count} card is left out: damaged.", "{count} cards are left out: damaged.", count
                )


def _rest_left_out(deck: AnkiDeck, wording: Wording) -> Iterator[str]:
    if count := deck.lost.get(Why.NO_CARD, 0):
        yield wording.say_many(
            "{count} review is left out: its card is not taken.",
            "{count} reviews are left out: their cards are not taken.",
            count,
        )
    if count := deck.lost.get(Why.FUTURE, 0):
        yield wording.say_many(
            "{count} review is left out: it is from the future.",
            "{count} reviews are left out: they are from the future.",
            count,
        )
    if deck.missing:
        yield wording.say_many(
            "{count} picture is left out: not in the file, or of a kind that cards don’t show.",
            "{count} pictures are left out: not in the file, or of a kind that cards don’t show.",
            deck.missing,
        )
    if deck.sounds:
        yield wording.say_many("{count} sound is left out.", "{count} sounds are left out.", deck.sounds)


def taken_words(taken: "Taken", path: Path, wording: Wording) -> str:
    """Return what an import came to."""
    if not (taken.new or taken.changed or taken.reviews):
        return wording.say("{path}: nothing new.", path=str(path))
    parts = (
        wording.say_many("{count} new card", "{count} new cards", taken.new) if taken.new else "",
        wording.say_many("{count} changed card", "{count} changed cards", taken.changed) if taken.changed else "",
        wording.say_many("{count} new review", "{count} new reviews", taken.reviews) if taken.reviews else "",
    )
    return f"{path}: {' · '.join(part for part in parts if part)}"


def exported_words(exported: "Exported", path: Path, wording: Wording) -> str:
    """Return what an export came to."""
    cards = wording.say_many("{count} card", "{count} cards", exported.cards)
    pictures = wording.say_many("{count} picture", "{count} pictures", exported.pictures)
    return f"{path}: {cards} · {pictures}" if exported.pictures else f"{path}: {cards}"
