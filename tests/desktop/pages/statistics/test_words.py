from datetime import date

from quizapp.desktop.pages.statistics import words
from quizapp.desktop.pages.statistics.model import Statistic
from quizapp.study.statistics.attempts import Attempts, ExerciseTries
from quizapp.study.statistics.hardest import Hard
from quizapp.study.statistics.memory import Bin
from quizapp.wording import Wording
from tests.desktop.pages.statistics.sample import (
    NEW,
    STRONG,
    WEAK,
    difficulty,
    forecast,
    retention,
    review_days,
    stability,
    time_spent,
)

ENGLISH = Wording("en")


def written(day: date) -> str:
    return day.isoformat()


def test_every_statistic_has_a_title_of_its_own() -> None:
    assert len({words.title(statistic, ENGLISH) for statistic in Statistic}) == len(Statistic)


def test_the_calendar_says_how_much_when_and_for_how_long() -> None:
    assert words.review_days_words(review_days(3, 0, 12), ENGLISH, written) == (
        "In the last year you did 15 reviews on 2 days. The most were 12 on 2026-03-02. "
        "Your streak is 2 days; the longest was 5 days."
    )


def test_a_streak_that_is_the_longest_says_so_and_a_broken_one_only_what_was() -> None:
    best = words.review_days_words(review_days(1, streak=1, longest=1), ENGLISH, written)
    broken = words.review_days_words(review_days(1, streak=0, longest=4), ENGLISH, written)

    assert best.endswith("Your streak is 1 day, the longest so far.")
    assert broken.endswith("Your longest streak is 4 days.")


def test_a_year_without_reviews_says_only_that() -> None:
    assert words.review_days_words(review_days(), ENGLISH, written) == "There was no review in the last year."


def test_the_forecast_says_what_is_overdue_and_what_comes() -> None:
    assert words.forecast_words(forecast(4, 2, overdue=1), ENGLISH) == (
        "1 item is overdue. 4 fall due today, 6 within 30 days, if you review nothing meanwhile."
    )
    assert words.forecast_words(forecast(0, 2), ENGLISH).startswith("Nothing is overdue.")
    assert words.forecast_words(forecast(), ENGLISH) == "Nothing comes back within 30 days."


def test_retention_says_whether_it_fits_the_aim() -> None:
    endings = {
        (90, 100): "That fits the aim.",
        (600, 1000): "That is less than you aim at: items come back too late for you.",
        (990, 1000): "That is more than you aim at: items could come back later.",
    }

    assert all(words.retention_words(retention(known), ENGLISH).endswith(says) for known, says in endings.items())


def test_retention_says_how_sure_it_is() -> None:
    assert words.retention_words(retention((8, 10)), ENGLISH).startswith(
        "You knew 80 % of 10 reviews; the aim is 90 %. With so many, the true share lies between 49 % and 94 %."
    )


def test_without_anything_that_came_back_there_is_no_retention() -> None:
    assert words.retention_words(retention(), ENGLISH).startswith("Nothing has come back")


def test_time_is_said_in_all_and_for_each_day() -> None:
    time = time_spent((30, 60, 0), (0, 0, 0), (0, 0, 600))

    assert words.time_words(time, ENGLISH) == "You spent 12 min on 2 days, 6 min on each of them."
    assert words.time_words(time_spent((0, 0, 0)), ENGLISH) == "No time was spent in this period."


def test_memory_is_said_by_its_middle() -> None:
    assert words.stability_words(stability({1: 2}, 25), ENGLISH) == (
        "Half of your 2 items would still be known with 90 % after 25 days or more without a review."
    )
    assert "so new" in words.stability_words(stability({0: 2}, 0.4), ENGLISH)
    assert words.difficulty_words(difficulty({4: 3}, 5.21), ENGLISH) == (
        "From 1 (easy) to 10 (hard), half of your 3 items are at 5.2 or less."
    )


def test_where_nothing_was_rated_memory_says_that() -> None:
    nothing = (
        words.stability_words(stability({}, float("nan")), ENGLISH),
        words.difficulty_words(difficulty({}, float("nan")), ENGLISH),
    )

    assert set(nothing) == {"No item was rated yet."}


def test_lengths_in_days_are_said_in_what_suits_them() -> None:
    days = (0.5, 1, 25, 90, 800, float("nan"))

    assert [words.days_words(each, ENGLISH) for each in days] == [
        *("less than a day", "1 day", "25 days", "3 months", "2 years", "less than a day"),
    ]


def test_bars_of_stability_are_named_by_where_they_begin_and_end() -> None:
    bins = (Bin(0, 1, 0), Bin(14, 30, 0), Bin(60, 90, 0), Bin(180, 365, 0), Bin(730, None, 0))

    assert [words.edge_words(one, ENGLISH) for one in bins] == ["< 1 d", "14 d", "2 mo", "6 mo", "2 y"]
    assert [words.span_words(one, ENGLISH) for one in bins] == [
        *("less than a day", "14 days to 30 days", "2 months to 3 months", "6 months to 1 year", "2 years or more"),
    ]


def test_concepts_are_said_by_how_many_were_begun_and_how_strong_they_are() -> None:
    assert words.concepts_words((STRONG, WEAK, NEW), ENGLISH) == (
        "You have begun 2 of 3 concepts; what you began in them you would know now with 70 % on average."
    )
    assert words.concepts_words((NEW,), ENGLISH) == "No concept was begun yet."


def test_the_weakest_concept_is_named() -> None:
    assert words.weakest_words((WEAK, STRONG), ENGLISH) == (
        "“Strides” is what you would forget first: you know it with 42 % now."
    )
    assert words.weakest_words((), ENGLISH) == "No concept that you began is weak now."


def test_the_hardest_item_is_named_with_why() -> None:
    forgotten, slow = (Hard(1, 9, 3, 1),), (Hard(1, 9, 3, 0),)

    assert words.hardest_words(forgotten, "Views", ENGLISH) == "You learnt “Views” and forgot it again once."
    assert words.hardest_words((Hard(1, 9, 3, 3),), "Views", ENGLISH).endswith("3 times.")
    assert "needed the most tries" in words.hardest_words(slow, "Views", ENGLISH)
    assert words.hardest_words((), "", ENGLISH) == "In this period you knew every item."


def test_attempts_are_said_by_how_many_passed_and_how_many_at_once() -> None:
    tried = Attempts(exercises=(ExerciseTries(1, 1, True), ExerciseTries(2, 4, True), ExerciseTries(3, 2, False)))

    assert words.attempts_words(tried, ENGLISH) == (
        "Of 3 exercises that you tried you passed 2, 1 of them at the first attempt."
    )
    assert words.attempts_words(Attempts(exercises=()), ENGLISH) == "No exercise was tried in this period."
