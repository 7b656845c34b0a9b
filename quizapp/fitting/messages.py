"""What goes to the process that fits, and what comes back: one JSON value a line."""

from typing import TypeAlias

from msgspec import Struct


class Studied(Struct, frozen=True, kw_only=True):
    """The ratings of one item, by time.

    Attributes:
        since: microseconds from the first of them to each.
        ratings: 1 to 4, FSRS's.
        held_out_from: the index from which on they are kept from the fit, to try it on; their number if none are.
    """

    since: tuple[int, ...]
    ratings: tuple[int, ...]
    held_out_from: int


class Task(Struct, frozen=True, kw_only=True):
    """The first line: what is to be compared with, and how many lines with one `Studied` each follow.

    Whoever sent it keeps the pipe open: when it is closed, nobody waits for the fit any more, and the process ends.
    """

    parameters: tuple[float, ...]
    items: int


class Losses(Struct, frozen=True, kw_only=True):
    """Log loss over the same ratings with the parameters from before the fit and with those after it.

    Attributes:
        ratings: how many were predicted.
        before, after: mean of -log(chance that was given to what happened); 0 would be foresight, less is better.
    """

    ratings: int
    before: float
    after: float


class Progress(Struct, frozen=True, tag_field="kind", tag="progress"):
    """How much of the work is done, from 0 to 1."""

    share: float


class Fitted(Struct, frozen=True, kw_only=True, tag_field="kind", tag="fitted"):
    """The parameters that were found.

    Attributes:
        parameters: FSRS's 21.
        earlier: on the ratings that they were fitted to.
        later: on those that were held out, which came after.
    """

    parameters: tuple[float, ...]
    earlier: Losses
    later: Losses


Said: TypeAlias = Progress | Fitted
"""One line that the process prints."""
