from datetime import UTC, datetime, timedelta

import pytest

from quizapp.desktop.pages.item.history_words import HistoryLine, history_lines
from quizapp.study.model import Rating
from quizapp.study.standing import StepKind
from quizapp.study.steps import Review
from quizapp.wording import Wording

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def review(
    kind: StepKind,
    rating: Rating | None = None,
    *,
    passed: bool = True,
    hints: int = 0,
    solution_shown: bool = False,
    seconds: float = 12.0,
    days: int = 0,
    before: tuple[float, float] | None = None,
) -> Review:
    at = NOW + timedelta(days=days)
    return Review(
        row=str(days),
        at=at,
        kind=kind,
        rating=rating,
        seconds=seconds,
        passed=passed,
        hints=hints,
        solution_shown=solution_shown,
        stability_before=before[0] if before else None,
        difficulty_before=before[1] if before else None,
        due_before=None,
        stability=3.0,
        difficulty=5.0,
        due=at + timedelta(days=3),
    )


def only_line(shown: Review) -> HistoryLine:
    return history_lines((shown,), Wording("en"), UTC)[0]


def test_a_first_rating_says_when_it_was_what_was_done_and_what_follows() -> None:
    line = only_line(review(StepKind.CARD, Rating.GOOD))

    assert line == HistoryLine("2026-03-01 09:30", "Card rated", "Good", "12 s", "3.0", "5.0", "2026-03-04 (3 d)")


def test_a_later_one_says_what_it_changed() -> None:
    line = only_line(review(StepKind.CARD, Rating.GOOD, before=(1.25, 5.0)))

    assert (line.stability, line.difficulty) == ("1.2 → 3.0", "5.0")


def test_a_step_without_a_rating_has_none() -> None:
    line = only_line(review(StepKind.EXERCISE, passed=False))

    assert (line.rating, line.stability, line.difficulty, line.due) == ("", "", "", "")


@pytest.mark.parametrize(
    ("shown", "says"),
    [
        (review(StepKind.QUESTION), "Answered right"),
        (review(StepKind.QUESTION, passed=False), "Answered wrong"),
        (review(StepKind.EXERCISE), "Passed"),
        (review(StepKind.EXERCISE, hints=1), "Passed after 1 hint"),
        (review(StepKind.EXERCISE, hints=3), "Passed after 3 hints"),
        (review(StepKind.EXERCISE, passed=False), "Check failed"),
        (review(StepKind.EXERCISE, passed=False, solution_shown=True), "Solution shown"),
    ],
)
def test_each_kind_of_step_has_its_words(shown: Review, says: str) -> None:
    assert only_line(shown).what == says


def test_long_times_are_told_in_minutes() -> None:
    assert only_line(review(StepKind.CARD, seconds=150)).seconds == "2 min"


def test_the_newest_comes_first() -> None:
    lines = history_lines((review(StepKind.CARD), review(StepKind.CARD, days=1)), Wording("en"), UTC)

    assert [line.when for line in lines] == ["2026-03-02 09:30", "2026-03-01 09:30"]
