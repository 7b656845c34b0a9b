"""What is wrong with a deck as a whole; a card that can't be taken is no problem of the deck."""

from quizapp.message import SaysError


class AnkiError(SaysError):
    """A deck can't be read or written; nothing of it was taken, nothing was changed."""
