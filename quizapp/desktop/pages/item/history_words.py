"""The history of an item, line by line, in the reader's language. Knows no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from quizapp.study.standing import StepKind
from quizapp.wording import Wording
from quizapp.wording.lengths import length_words
from quizapp.wording.ratings import interval_words, rating_name

if TYPE_CHECKING:
    from quizapp.study.steps import Review


@dataclass(frozen=True)
class HistoryLine:
    """One thing done with an item, and what that did; "" where there is nothing to say.

    Attributes:
        when: day and time. what: what was done. rating: the one that counts. seconds: how long it took.
        stability, difficulty: before and after it, as FSRS has them. due: when the item came back after it.
    """

    when: str
    what: str
    rating: str
    seconds: str
    stability: str
    difficulty: str
    due: str


def history_lines(reviews: "Sequence[Review]", wording: Wording, zone: tzinfo | None = None) -> tuple[HistoryLine, ...]:
    """Return a line for each review, the newest first; times in `zone`, None for this machine's."""
    return tuple(_line(review, wording, zone) for review in reversed(reviews))


def _line(review: "Review", wording: Wording, zone: tzinfo | None) -> HistoryLine:
    rating, due = review.rating, review.due
    return HistoryLine(
        when=when_it_was(review.at, zone),
        what=_what(review, wording),
        rating="" if rating is None else rating_name(rating, wording),
        seconds=length_words(review.seconds, wording),
        stability="" if rating is None else _change(_days(review.stability_before), _days(review.stability)),
        difficulty="" if rating is None else _change(_level(review.difficulty_before), _level(review.difficulty)),
        due="" if rating is None or due is None else _comes_back(due, due - review.at, wording, zone),
    )


def _change(before: str, after: str) -> str:
    return f"{before} → {after}" if before and before != after else after


def _days(stability: float | None) -> str:
    return "" if stability is None else f"{stability:.1f}" if stability < 100 else f"{stability:.0f}"


def _level(difficulty: float | None) -> str:
    return "" if difficulty is None else f"{difficulty:.1f}"


def _comes_back(due: datetime, away: timedelta, wording: Wording, zone: tzinfo | None) -> str:
    words = interval_words(away, wording)
    return f"{due.astimezone(zone):%Y-%m-%d} ({words})" if away >= timedelta(days=1) else words


def when_it_was(at: datetime, zone: tzinfo | None = None) -> str:
    """Return day and time as everybody reads them: 2026-11-21 09:30."""
    return at.astimezone(zone).strftime("%Y-%m-%d %H:%M")


def _what(review: "Review", wording: Wording) -> str:
    if review.kind is StepKind.CARD:
        return wording.say("Card rated")
    if review.kind is StepKind.QUESTION:
        return wording.say("Answered right") if review.passed else wording.say("Answered wrong")
    if review.solution_shown and not review.passed:
        return wording.say("Solution shown")
    if not review.passed:
        return wording.say("Check failed")
    if not review.hints:
        return wording.say("Passed")
    return wording.say_many("Passed after {count} hint", "Passed after {count} hints", review.hints)
