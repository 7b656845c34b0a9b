"""Finds concepts that an item names and the pack gives no title: a slip in the word, or one that was forgotten."""

from collections.abc import Iterator

from quizapp.message import Message, message
from quizapp.packs.model import Exercise, Item, Pack


def untitled_concepts(item: Item, pack: Pack) -> Iterator[Message]:
    """Yield a message for each concept of the item, or of its mistakes, that has no title in pack.toml."""
    named = [*item.concepts]
    if isinstance(item, Exercise):
        named += [mistake.concept for mistake in item.mistakes if mistake.concept is not None]
    for concept in dict.fromkeys(named):
        if concept not in pack.concepts:
            yield message("The concept {concept} has no title; add it under [concepts] in pack.toml.", concept=concept)
