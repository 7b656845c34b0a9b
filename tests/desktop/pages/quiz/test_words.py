from datetime import UTC, datetime, timedelta

import pytest

from quizapp.desktop.pages.quiz.words import (
    begun_words,
    chosen_kinds_words,
    chosen_lessons_words,
    clock,
    counted_words,
    fitting_words,
    kind_words,
    lesson_words,
    limit_words,
    progress_words,
    score_words,
    taken_words,
    time_words,
)
from quizapp.study.quizzes.choosing import KINDS
from quizapp.wording import Wording
from tests.study.quizzes.sample import answered, begun, ended, quiz, told
from tests.study.sample import NOON

EN = Wording("en")


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00"), (7.9, "0:07"), (750, "12:30"), (3600, "1:00:00"), (3723, "1:02:03")]
)
def test_a_clock_shows_hours_only_where_there_are_any(seconds: float, shown: str) -> None:
    assert shown == clock(seconds)


def test_what_is_left_is_rounded_up() -> None:
    assert ("0:01 left", "0:00 left") == (time_words(9.0, 0.2, EN), time_words(9.0, 0.0, EN))
    assert "0:09" == time_words(9.0, None, EN)


def test_every_kind_has_a_name_of_its_own() -> None:
    assert len(KINDS) == len({kind_words(kind, EN) for kind in KINDS})


def test_a_limit_is_said_in_minutes() -> None:
    assert ["No limit", "1 minute", "20 minutes"] == [limit_words(limit, EN) for limit in (None, 60.0, 1200.0)]


@pytest.mark.parametrize(
    ("fitting", "says"),
    [
        (0, "Nothing fits: choose more lessons or more kinds."),
        (1, "There is only 1 that fits."),
        (4, "There are only 4 that fit."),
        (10, "Chosen at random from 10 that fit."),
    ],
)
def test_what_fits_is_said(fitting: int, says: str) -> None:
    assert says == fitting_words(fitting, 10, EN)


def test_how_many_lessons_are_chosen_is_said() -> None:
    assert ["All lessons", "No lesson", "2 of 3 lessons"] == [chosen_lessons_words(n, 3, EN) for n in (3, 0, 2)]


def test_how_many_kinds_are_chosen_is_said() -> None:
    assert ["All kinds", "No kind", "2 of 3 kinds"] == [chosen_kinds_words(n, 3, EN) for n in (3, 0, 2)]


def test_a_quiz_that_goes_on_says_how_far_it_is() -> None:
    assert "1 of 2 answered  ·  0:10" == progress_words(told(begun("a", "b"), answered("a")), EN)
    limited = told(begun("a", "b", seconds=60.0), answered("a"))
    assert "1 of 2 answered  ·  0:50 left" == progress_words(limited, EN)


def test_a_quiz_that_is_over_says_how_it_went() -> None:
    over = told(begun("a", "b", seconds=60.0), answered("a"), answered("b", right=False), ended(25.0))

    assert ("1 of 2 right", "It took 0:25 of 1:00.") == (score_words(over, EN), taken_words(over, EN))
    assert "It left the schedule alone." == counted_words(over, EN)
    assert "Its answers count for the schedule." == counted_words(quiz("a", counts=True), EN)


def test_a_quiz_whose_time_was_up_says_so() -> None:
    assert "The time was up after 1:00." == taken_words(told(begun("a", seconds=60.0), ended(60.0)), EN)
    assert "It took 0:20." == taken_words(told(begun("a"), ended(20.0)), EN)


def test_a_quiz_of_today_says_the_hour_alone() -> None:
    asked = quiz("a")

    assert "today at 12:00" == begun_words(asked, EN, NOON + timedelta(hours=2), UTC)
    assert "2026-03-02 12:00" == begun_words(asked, EN, datetime(2026, 3, 4, tzinfo=UTC), UTC)


def test_up_to_three_lessons_are_named() -> None:
    assert ["All lessons", "A", "A, B, C", "4 lessons"] == [lesson_words(each, EN) for each in ("", "A", "ABC", "ABCD")]
