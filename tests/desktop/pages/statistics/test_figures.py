import pytest
from PySide6.QtWidgets import QApplication

from quizapp.desktop.pages.statistics import figures
from quizapp.desktop.widgets.plots.figures import FULL, Bars, Points, Rows, Squares
from quizapp.study.statistics.attempts import Attempts, ExerciseTries
from quizapp.study.statistics.hardest import Hard
from tests.desktop.pages.statistics.sample import (
    NEW,
    STRONG,
    WEAK,
    concept,
    difficulty,
    english,
    forecast,
    look,
    retention,
    review_days,
    stability,
    time_spent,
)


def test_the_calendar_has_a_square_for_each_day_in_its_week(qapp: QApplication) -> None:
    squares = figures.review_days_figure(review_days(1, 2), english())

    assert isinstance(squares, Squares)
    assert (len(squares.squares), squares.columns) == (365, 53)
    # Sunday, then today's Monday, which begins a week.
    assert [(square.column, square.row) for square in squares.squares[-2:]] == [(51, 6), (52, 0)]
    assert (squares.squares[-1].level, squares.squares[0].level) == (FULL, 0)
    assert squares.squares[-1].tip.endswith("2026: 2 reviews")
    assert squares.rows == ("Mon", "", "Wed", "", "Fri", "", "")


def test_one_day_of_cramming_does_not_pale_the_others(qapp: QApplication) -> None:
    squares = figures.review_days_figure(review_days(*[10] * 20, 500), english())

    assert isinstance(squares, Squares)
    assert {square.level for square in squares.squares[-21:]} == {FULL}


def test_every_month_that_begins_in_the_year_is_named(qapp: QApplication) -> None:
    squares = figures.review_days_figure(review_days(1), english())

    assert isinstance(squares, Squares)
    assert list(squares.heads.values()) == [
        *("Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"),
    ]


def test_what_is_overdue_stands_before_today_as_a_warning(qapp: QApplication) -> None:
    bars = figures.forecast_figure(forecast(4, 2, overdue=3), english())

    assert isinstance(bars, Bars)
    assert [(bar.height, bar.warns) for bar in bars.bars[:3]] == [(3, True), (4, False), (2, False)]
    assert bars.bars[0].tip == "Overdue: 3 items"
    assert bars.ticks[-1][0] >= 4


def test_without_anything_overdue_today_comes_first(qapp: QApplication) -> None:
    bars = figures.forecast_figure(forecast(4), english())

    assert isinstance(bars, Bars)
    assert (len(bars.bars), bars.bars[0].height) == (30, 4)


def test_retention_shows_the_aim_and_all_of_its_points(qapp: QApplication) -> None:
    points = figures.retention_figure(retention((5, 10), (19, 20)), english())

    assert isinstance(points, Points)
    assert [point.value for point in points.points] == [0.5, 0.95]
    assert (points.aim, points.aim_words) == (0.9, "Aim: 90 %")
    assert points.ticks[0][0] < 0.5
    assert points.ticks[-1] == (1.0, "100 %")
    assert [tick for tick, _ in points.ticks] == sorted(tick for tick, _ in points.ticks)


def test_time_is_stacked_by_kind_with_a_legend(qapp: QApplication) -> None:
    bars = figures.time_figure(time_spent((30, 60, 0), (0, 0, 600)), english())

    assert isinstance(bars, Bars)
    assert [bar.parts for bar in bars.bars] == [(30, 60, 0), (0, 0, 600)]
    assert bars.legend == ("Cards", "Questions", "Exercises")
    assert bars.bars[1].tip.endswith("10 min (cards 0 min, questions 0 min, exercises 10 min)")
    assert all(label.endswith("min") for _, label in bars.ticks)


@pytest.mark.parametrize(
    ("minutes", "labels"),
    [
        (130, ["0 min", "1 h", "2 h", "3 h"]),
        (110, ["0 min", "30 min", "1 h", "1 h 30 min", "2 h"]),
        (550, ["0 min", "5 h", "10 h"]),
    ],
)
def test_long_times_are_counted_in_hours(qapp: QApplication, minutes: int, labels: list[str]) -> None:
    bars = figures.time_figure(time_spent((0, 0, 60.0 * minutes)), english())

    assert isinstance(bars, Bars)
    assert [label for _, label in bars.ticks] == labels


def test_bars_of_memory_are_named_below_and_in_full(qapp: QApplication) -> None:
    known = figures.stability_figure(stability({5: 3}, 40), english())
    hard = figures.difficulty_figure(difficulty({4: 3}, 5), english())

    assert isinstance(known, Bars)
    assert isinstance(hard, Bars)
    assert (known.bars[5].tick, known.bars[5].tip) == ("30 d", "30 days to 2 months: 3 items")
    assert (hard.bars[4].tick, hard.bars[4].tip) == ("5 to 6", "Difficulty 5 to 6: 3 items")


def test_exercises_that_took_many_attempts_share_the_last_bar_and_open_ones_warn(qapp: QApplication) -> None:
    tried = Attempts(
        exercises=(ExerciseTries(1, 30, True), ExerciseTries(2, 10, True), ExerciseTries(3, 1, True), *_open(2))
    )

    bars = figures.attempts_figure(tried, english())

    assert isinstance(bars, Bars)
    assert [bar.height for bar in bars.bars] == [1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2]
    assert [bar.warns for bar in bars.bars] == [False] * 10 + [True]
    assert bars.bars[0].tip == "Passed at attempt 1: 1 exercise"


def _open(count: int) -> tuple[ExerciseTries, ...]:
    return tuple(ExerciseTries(10 + number, 1, False) for number in range(count))


def test_a_weak_concept_is_practised_by_what_was_begun_of_it(qapp: QApplication) -> None:
    rows = figures.weakest_figure((WEAK, STRONG), look(), english())

    assert isinstance(rows, Rows)
    assert [(row.name, row.number, row.items) for row in rows.rows] == [
        ("Strides", "42 %", ("p/l/b", "p/l/c")),
        ("Views", "97 %", ("p/l/a",)),
    ]
    assert (rows.rows[0].action, rows.rows[0].action_name) == ("Practise", "Practise Strides")
    assert (rows.rows[0].detail, rows.action) == ("2 of 3 begun", "Practise all of these")


def test_what_is_suspended_is_not_practised(qapp: QApplication) -> None:
    rows = figures.weakest_figure((WEAK,), look(suspended=frozenset({"p/l/b", "p/l/c"})), english())

    assert isinstance(rows, Rows)
    assert (rows.rows[0].items, rows.rows[0].action, rows.action) == ((), "", "")


def test_all_concepts_that_were_begun_are_listed_without_buttons(qapp: QApplication) -> None:
    rows = figures.concepts_figure((*[concept("c", 0.5, "p/l/a")] * 12, NEW), look(), english())

    assert isinstance(rows, Rows)
    assert (len(rows.rows), rows.shown, rows.show_all) == (12, 8, "Show all 12")
    assert {row.action for row in rows.rows} == {""}


def test_a_hard_item_that_its_pack_has_no_more_can_not_be_studied(qapp: QApplication) -> None:
    rows = figures.hardest_figure((Hard(1, 10, 4, 3), Hard(2, 4, 1, 0)), look(), english())

    assert isinstance(rows, Rows)
    assert [(row.name, row.items) for row in rows.rows] == [("Title b", ("p/l/b",)), ("p/l/gone", ())]
    assert (rows.rows[0].share, rows.rows[0].detail) == (0.4, "4 of 10 not known")


def test_what_says_nothing_draws_nothing(qapp: QApplication) -> None:
    pen = english()

    assert [
        figures.review_days_figure(review_days(), pen),
        figures.forecast_figure(forecast(), pen),
        figures.retention_figure(retention(), pen),
        figures.time_figure(time_spent((0, 0, 0)), pen),
        figures.stability_figure(stability({}, 0), pen),
        figures.difficulty_figure(difficulty({}, 0), pen),
        figures.attempts_figure(Attempts(exercises=()), pen),
        figures.weakest_figure((), look(), pen),
        figures.concepts_figure((NEW,), look(), pen),
        figures.hardest_figure((), look(), pen),
    ] == [None] * 10
