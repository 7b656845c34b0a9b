"""What each statistic draws: its numbers, with the words that stand in and beside the plot."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor

from quizapp.desktop.pages.statistics.dates import Dates
from quizapp.desktop.pages.statistics.model import Look
from quizapp.desktop.pages.statistics.words import edge_words, span_words
from quizapp.desktop.widgets.plots.figures import (
    FULL,
    Bar,
    Bars,
    Point,
    Points,
    Row,
    Rows,
    Square,
    Squares,
    Tick,
    round_ticks,
)
from quizapp.study.statistics.attempts import Attempts
from quizapp.study.statistics.concepts import ConceptStrength
from quizapp.study.statistics.forecast import Forecast
from quizapp.study.statistics.hardest import Hard
from quizapp.study.statistics.memory import Spread
from quizapp.study.statistics.retention import Retention, WeekKnown
from quizapp.study.statistics.review_days import ReviewDays
from quizapp.study.statistics.time_spent import Spent, TimeSpent
from quizapp.wording import Wording
from quizapp.wording.lengths import length_words
from quizapp.wording.percent import percent_words

WEAK_SHOWN, CONCEPTS_SHOWN = 5, 8
"""Rows that are seen before the others are asked for."""

MOST_ATTEMPTS = 10
"""Exercises that took so many attempts or more share a bar."""

_BUSY = 0.9
"""So many of the active days are paler than the fullest squares: one day of cramming must not pale all others."""

_HALF_HOURS_FROM, _HOURS_FROM = 60, 300
"""Minutes from which an axis counts in half hours, in hours."""


@dataclass(frozen=True)
class Pen:
    """What a figure's words are written with."""

    wording: Wording
    dates: Dates


def review_days_figure(days: ReviewDays, pen: Pen) -> Squares | None:
    """Draw the year's reviews as a calendar."""
    if not days.reviews:
        return None
    say = pen.wording.say
    monday = days.days[0].day - timedelta(days=days.days[0].day.weekday())
    active = sorted(day.reviews for day in days.days if day.reviews)
    busy = active[int(_BUSY * (len(active) - 1))]
    squares = tuple(
        Square(
            column=(day.day - monday).days // 7,
            row=day.day.weekday(),
            level=min(FULL, ceil(FULL * day.reviews / busy)),
            tip=_tip(pen, pen.dates.long(day.day), _reviews(day.reviews, pen.wording)),
        )
        for day in days.days
    )
    return Squares(
        squares=squares,
        columns=squares[-1].column + 1,
        heads=_months([day.day for day in days.days], monday, pen),
        rows=tuple(pen.dates.weekday(number + 1) if number in (0, 2, 4) else "" for number in range(7)),
        less=say("Few"),
        more=say("Many"),
    )


def _months(days: Sequence[date], monday: date, pen: Pen) -> dict[int, str]:
    # The month that the first column is in begins earlier; its name would hide the next one's.
    return {(day - monday).days // 7: pen.dates.month(day) for day in days if day.day == 1}


def forecast_figure(forecast: Forecast, pen: Pen) -> Bars | None:
    """Draw what falls due on each day; what is overdue stands before today."""
    if not forecast.overdue and not forecast.coming:
        return None
    say = pen.wording.say
    overdue = say("Overdue")
    bars = [Bar((forecast.overdue,), overdue, _tip(pen, overdue, _items(forecast.overdue, pen.wording)), warns=True)]
    for ahead, day in enumerate(forecast.days):
        written = pen.dates.short(day.day) if ahead else say("Today")
        bars.append(Bar((day.items,), written, _tip(pen, written, _items(day.items, pen.wording))))
    return Bars(tuple(bars if forecast.overdue else bars[1:]), _counts(max(bar.height for bar in bars)))


def retention_figure(retention: Retention, pen: Pen) -> Points | None:
    """Draw how much was known, week by week, with the bounds of the true share."""
    if not retention.weeks:
        return None
    lowest = min(retention.desired, *(week.known.value for week in retention.weeks), retention.known.value)
    bottom = max(0, floor(10 * (lowest - 0.05)))
    step = 1 if bottom >= 5 else 2
    ticks = tuple((tenth / 10, percent_words(tenth / 10, pen.wording)) for tenth in range(10, bottom - 1, -step))
    return Points(
        points=tuple(_point(week, pen) for week in retention.weeks),
        ticks=ticks[::-1],
        aim=retention.desired,
        aim_words=pen.wording.say("Aim: {share}", share=percent_words(retention.desired, pen.wording)),
    )


def _point(week: WeekKnown, pen: Pen) -> Point:
    low, high = week.known.interval()
    says = pen.wording.say(
        "Week of {date}: {share} of {reviews} known ({low} to {high})",
        date=pen.dates.long(week.monday),
        share=percent_words(week.known.value, pen.wording),
        reviews=_reviews(week.known.of, pen.wording),
        low=percent_words(low, pen.wording),
        high=percent_words(high, pen.wording),
    )
    return Point(week.known.value, low, high, pen.dates.short(week.monday), says)


def time_figure(time: TimeSpent, pen: Pen) -> Bars | None:
    """Draw the time spent on each day or in each week, by kind of item."""
    if not time.seconds:
        return None
    say = pen.wording.say
    return Bars(
        bars=tuple(_time_bar(span, pen, by_week=time.by_week) for span in time.spans),
        ticks=_lengths(max(span.seconds for span in time.spans), pen.wording),
        legend=(say("Cards"), say("Questions"), say("Exercises")),
    )


def _time_bar(span: Spent, pen: Pen, *, by_week: bool) -> Bar:
    say, wording = pen.wording.say, pen.wording
    day = pen.dates.long(span.begins)
    says = say(
        "{when}: {total} (cards {cards}, questions {questions}, exercises {exercises})",
        when=say("Week of {date}", date=day) if by_week else day,
        total=length_words(span.seconds, wording),
        cards=length_words(span.cards, wording),
        questions=length_words(span.questions, wording),
        exercises=length_words(span.exercises, wording),
    )
    return Bar((span.cards, span.questions, span.exercises), pen.dates.short(span.begins), says)


def _lengths(most: float, wording: Wording) -> tuple[Tick, ...]:
    minutes = most / 60
    least = 60.0 if minutes >= _HOURS_FROM else 30.0 if minutes >= _HALF_HOURS_FROM else 1.0
    return tuple((60 * tick, length_words(60 * tick, wording)) for tick in round_ticks(minutes, least_step=least))


def stability_figure(spread: Spread, pen: Pen) -> Bars | None:
    """Draw how many items would be known for how long."""
    return _spread(
        spread,
        tuple(edge_words(one, pen.wording) for one in spread.bins),
        tuple(span_words(one, pen.wording) for one in spread.bins),
        pen,
    )


def difficulty_figure(spread: Spread, pen: Pen) -> Bars | None:
    """Draw how many items are how difficult."""
    say = pen.wording.say
    names = tuple(say("{low} to {high}", low=round(one.low), high=round(one.high or 0)) for one in spread.bins)
    tips = tuple(
        say("Difficulty {low} to {high}", low=round(one.low), high=round(one.high or 0)) for one in spread.bins
    )
    return _spread(spread, names, tips, pen)


def _spread(spread: Spread, names: tuple[str, ...], tips: tuple[str, ...], pen: Pen) -> Bars | None:
    if not spread.items:
        return None
    bars = tuple(
        Bar((one.items,), name, _tip(pen, tip, _items(one.items, pen.wording)))
        for one, name, tip in zip(spread.bins, names, tips, strict=True)
    )
    return Bars(bars, _counts(max(bar.height for bar in bars)))


def attempts_figure(attempts: Attempts, pen: Pen) -> Bars | None:
    """Draw how many exercises passed at which attempt, and how many have not."""
    if not attempts.exercises:
        return None
    say, wording = pen.wording.say, pen.wording
    counted = attempts.counted()
    open_ones = len(attempts.exercises) - len(attempts.passed)
    last = min(MOST_ATTEMPTS, max(5, *counted) if counted else 5)
    bars = []
    for attempt in range(1, last + 1):
        is_rest = attempt == MOST_ATTEMPTS
        count = sum(many for at, many in counted.items() if at == attempt or (is_rest and at > attempt))
        name = say("{count} or more", count=attempt) if is_rest else str(attempt)
        later = say("Passed at attempt {attempt} or later", attempt=attempt)
        tip = later if is_rest else say("Passed at attempt {attempt}", attempt=attempt)
        bars.append(Bar((count,), name, _tip(pen, tip, _exercises(count, wording))))
    name = say("Not yet")
    bars.append(Bar((open_ones,), name, _tip(pen, name, _exercises(open_ones, wording)), warns=True))
    return Bars(tuple(bars), _counts(max(bar.height for bar in bars)))


def weakest_figure(weak: tuple[ConceptStrength, ...], look: Look, pen: Pen) -> Rows | None:
    """List the weakest concepts, each with a button that practises it."""
    if not weak:
        return None
    say = pen.wording.say
    rows = tuple(_concept_row(concept, look, pen, practises=True) for concept in weak)
    several = sum(bool(row.items) for row in rows) > 1
    return Rows(rows, WEAK_SHOWN, "", action=say("Practise all of these") if several else "")


def concepts_figure(concepts: tuple[ConceptStrength, ...], look: Look, pen: Pen) -> Rows | None:
    """List the concepts that were begun with their strength."""
    begun = tuple(concept for concept in concepts if concept.begun)
    if not begun:
        return None
    rows = tuple(_concept_row(concept, look, pen, practises=False) for concept in begun)
    return Rows(rows, CONCEPTS_SHOWN, pen.wording.say("Show all {count}", count=len(rows)))


def _concept_row(concept: ConceptStrength, look: Look, pen: Pen, *, practises: bool) -> Row:
    say = pen.wording.say
    name = concept.title.read(pen.wording.language)
    items = look.to_practise(concept) if practises else ()
    return Row(
        name=name,
        share=concept.strength,
        number=percent_words(concept.strength, pen.wording),
        detail=say("{begun} of {all} begun", begun=len(concept.begun), all=len(concept.items)),
        items=items,
        action=say("Practise") if items else "",
        action_name=say("Practise {concept}", concept=name) if items else "",
    )


def hardest_figure(items: tuple[Hard, ...], look: Look, pen: Pen) -> Rows | None:
    """List the hardest items, each with a button that studies it."""
    if not items or look.overview is None:
        return None
    rows = tuple(_hard_row(hard, look.overview.ids[hard.item], look, pen) for hard in items)
    several = sum(bool(row.items) for row in rows) > 1
    return Rows(rows, len(rows), "", warns=True, action=pen.wording.say("Practise all of these") if several else "")


def _hard_row(hard: Hard, item: str, look: Look, pen: Pen) -> Row:
    say = pen.wording.say
    name = look.title_of(item, pen.wording.language)
    may = item in look.titles and item not in look.suspended
    return Row(
        name=name,
        share=hard.share,
        number=percent_words(hard.share, pen.wording),
        detail=say("{again} of {reviews} not known", again=hard.again, reviews=hard.reviews),
        items=(item,) if may else (),
        action=say("Practise") if may else "",
        action_name=say("Practise {concept}", concept=name) if may else "",
    )


def _counts(most: float) -> tuple[Tick, ...]:
    return tuple((tick, str(round(tick))) for tick in round_ticks(most))


def _tip(pen: Pen, what: str, says: str) -> str:
    return pen.wording.say("{what}: {says}", what=what, says=says)


def _reviews(count: int, wording: Wording) -> str:
    return wording.say_many("{count} review", "{count} reviews", count)


def _items(count: int, wording: Wording) -> str:
    return wording.say_many("{count} item", "{count} items", count)


def _exercises(count: int, wording: Wording) -> str:
    return wording.say_many("{count} exercise", "{count} exercises", count)
