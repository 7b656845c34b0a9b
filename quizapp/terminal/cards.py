"""A card in the terminal: its front, its back, and the learner's rating."""

import time

from quizapp.packs.model import Card
from quizapp.study.model import Rating
from quizapp.terminal.commands import EVERYWHERE, Command, read_command
from quizapp.terminal.desk import Desk
from quizapp.wording.ratings import interval_words, rating_name


def study_card(card: Card, desk: Desk) -> Command | None:
    """Show the card and write the rating.

    Returns:
        None if it was rated, else what the learner asked for instead.

    Raises:
        Left: if the input ends.
        JournalError: if the rating can't be written.
    """
    language, screen, say = desk.wording.language, desk.screen, desk.wording.say
    began = time.monotonic()
    screen.show_markdown(card.front.read(language))
    typed = screen.ask(say("Enter shows the answer, ? what else"))
    command = read_command(typed, EVERYWHERE, alone=True)
    if command is not None:
        return command
    screen.print("")
    screen.show_markdown(card.back.read(language))
    if card.source:
        screen.print(card.source, "dim")
    while True:
        typed = screen.ask(ratings_offered(card.id, desk))
        command = read_command(typed, EVERYWHERE, alone=True)
        if command is not None:
            return command
        rating = read_rating(typed or "3")
        if rating is not None:
            desk.learner.rate(card.id, rating, time.monotonic() - began)
            return None


def ratings_offered(item: str, desk: Desk) -> str:
    """Return the four ratings with their keys, and when each would bring the item back."""
    intervals = desk.learner.intervals(item)
    return "  ".join(
        f"{rating.value} {rating_name(rating, desk.wording)} ({interval_words(intervals[rating], desk.wording)})"
        for rating in Rating
    )


def read_rating(typed: str) -> Rating | None:
    """Return the rating whose number was typed, or None."""
    return Rating(int(typed)) if typed in {str(rating.value) for rating in Rating} else None
