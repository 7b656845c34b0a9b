"""The numbers behind each statistic as a table, and how cells are written: for a reader, and as CSV."""

import csv
from datetime import date
from io import StringIO
from math import isnan

from quizapp.desktop.pages.statistics.dates import Dates
from quizapp.desktop.pages.statistics.model import Look
from quizapp.desktop.pages.statistics.words import span_words
from quizapp.desktop.widgets.plots.figures import Cell, ColumnKind, Heading, Table
from quizapp.study.statistics.attempts import Attempts
from quizapp.study.statistics.concepts import ConceptStrength
from quizapp.study.statistics.forecast import Forecast
from quizapp.study.statistics.hardest import Hard
from quizapp.study.statistics.memory import Spread
from quizapp.study.statistics.retention import Retention
from quizapp.study.statistics.review_days import ReviewDays
from quizapp.study.statistics.time_spent import TimeSpent
from quizapp.wording import Wording
from quizapp.wording.percent import percent_words

_TEXT, _DATE, _COUNT, _DECIMAL, _SHARE = ColumnKind


def review_days_table(days: ReviewDays, wording: Wording) -> Table:
    """Return the reviews of each day of the year, the last first: who reads it row by row begins with today."""
    headings = (Heading(wording.say("Day"), _DATE), Heading(wording.say("Reviews"), _COUNT))
    return Table(headings, tuple((day.day, day.reviews) for day in reversed(days.days)))


def forecast_table(forecast: Forecast, wording: Wording) -> Table:
    """Return what falls due on each day."""
    headings = (Heading(wording.say("Day"), _DATE), Heading(wording.say("Items due"), _COUNT))
    days: tuple[tuple[Cell, ...], ...] = tuple((day.day, day.items) for day in forecast.days)
    return Table(headings, ((wording.say("Overdue"), forecast.overdue), *days))


def retention_table(retention: Retention, wording: Wording) -> Table:
    """Return how much was known in each week, with the bounds of the true share, and the aim."""
    say = wording.say
    headings = (
        Heading(say("Week of"), _DATE),
        Heading(say("Reviews"), _COUNT),
        Heading(say("Known"), _COUNT),
        Heading(say("Share"), _SHARE),
        Heading(say("At least"), _SHARE),
        Heading(say("At most"), _SHARE),
        Heading(say("Aim"), _SHARE),
    )
    return Table(
        headings,
        tuple(
            (week.monday, week.known.of, week.known.hits, week.known.value, *week.known.interval(), retention.desired)
            for week in retention.weeks
        ),
    )


def time_table(time: TimeSpent, wording: Wording) -> Table:
    """Return the minutes of each day or week, by kind of item."""
    say = wording.say
    headings = (
        Heading(say("Week of") if time.by_week else say("Day"), _DATE),
        Heading(say("Cards (minutes)"), _DECIMAL),
        Heading(say("Questions (minutes)"), _DECIMAL),
        Heading(say("Exercises (minutes)"), _DECIMAL),
        Heading(say("All (minutes)"), _DECIMAL),
    )
    return Table(
        headings,
        tuple(
            (span.begins, *(part / 60 for part in (span.cards, span.questions, span.exercises, span.seconds)))
            for span in time.spans
        ),
    )


def stability_table(spread: Spread, wording: Wording) -> Table:
    """Return how many items would be known for how long."""
    headings = (Heading(wording.say("Stays known for"), _TEXT), Heading(wording.say("Items"), _COUNT))
    return Table(headings, tuple((span_words(one, wording), one.items) for one in spread.bins))


def difficulty_table(spread: Spread, wording: Wording) -> Table:
    """Return how many items are how difficult."""
    say = wording.say
    headings = (Heading(say("Difficulty"), _TEXT), Heading(say("Items"), _COUNT))
    return Table(
        headings,
        tuple(
            (say("{low} to {high}", low=round(one.low), high=round(one.high or 0)), one.items) for one in spread.bins
        ),
    )


def concepts_table(concepts: tuple[ConceptStrength, ...], wording: Wording) -> Table:
    """Return each concept with its strength."""
    say = wording.say
    headings = (
        Heading(say("Concept"), _TEXT),
        Heading(say("Strength"), _SHARE),
        Heading(say("Items begun"), _COUNT),
        Heading(say("Items"), _COUNT),
    )
    return Table(
        headings,
        tuple((one.title.read(wording.language), one.strength, len(one.begun), len(one.items)) for one in concepts),
    )


def hardest_table(items: tuple[Hard, ...], look: Look, wording: Wording) -> Table:
    """Return the hardest items with what happened to them."""
    say = wording.say
    headings = (
        Heading(say("Item"), _TEXT),
        Heading(say("Reviews"), _COUNT),
        Heading(say("Not known"), _COUNT),
        Heading(say("Forgotten"), _COUNT),
        Heading(say("Share not known"), _SHARE),
    )
    ids = look.overview.ids if look.overview is not None else {}
    return Table(
        headings,
        tuple(
            (look.title_of(ids[one.item], wording.language), one.reviews, one.again, one.lapses, one.share)
            for one in items
        ),
    )


def attempts_table(attempts: Attempts, look: Look, wording: Wording) -> Table:
    """Return how many attempts each exercise took."""
    say = wording.say
    headings = (
        Heading(say("Exercise"), _TEXT),
        Heading(say("Attempts"), _COUNT),
        Heading(say("Passed"), _TEXT),
    )
    ids = look.overview.ids if look.overview is not None else {}
    return Table(
        headings,
        tuple(
            (
                look.title_of(ids[one.item], wording.language),
                one.attempts,
                say("yes") if one.passed else say("not yet"),
            )
            for one in attempts.exercises
        ),
    )


def shown(cell: Cell, kind: ColumnKind, dates: Dates, wording: Wording) -> str:
    """Return a cell as a reader sees it."""
    if isinstance(cell, date):
        return dates.long(cell)
    if cell is None or (isinstance(cell, float) and isnan(cell)):
        return "–"
    if kind is ColumnKind.SHARE and isinstance(cell, float):
        return percent_words(cell, wording)
    if kind is ColumnKind.DECIMAL and isinstance(cell, float):
        return f"{cell:.1f}"
    return str(cell)


def as_csv(table: Table) -> bytes:
    """Return a table as CSV (RFC 4180) in UTF-8; dates are ISO's, shares from 0 to 1."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(heading.words for heading in table.headings)
    writer.writerows([_plain(cell) for cell in row] for row in table.rows)
    # Spreadsheets take a file without this mark for one in the system's old encoding.
    return text.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> str:
    if cell is None or (isinstance(cell, float) and isnan(cell)):
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    return f"{cell:.4f}" if isinstance(cell, float) else str(cell)
