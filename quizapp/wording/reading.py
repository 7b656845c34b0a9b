"""What is said while packs are read. The Learn page and Today share it."""

from quizapp.wording import Wording


def reading_words(wording: Wording, share: float) -> str:
    """Return how far it is: `share` of 1."""
    return wording.say("Reading the packs: {percent} %", percent=int(100 * share))
