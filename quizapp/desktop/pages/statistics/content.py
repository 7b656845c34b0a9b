"""What each panel of the Statistics page shows: title, sentence, figure and table, in a language."""

from dataclasses import dataclass

from quizapp.desktop.pages.statistics import figures, tables, words
from quizapp.desktop.pages.statistics.figures import Pen
from quizapp.desktop.pages.statistics.model import Look, Statistic
from quizapp.desktop.widgets.plots.figures import Figure, Table
from quizapp.study.statistics.concepts import weakest
from quizapp.study.statistics.overview import Overview
from quizapp.wording import Wording


@dataclass(frozen=True)
class Content:
    """One statistic.

    Attributes:
        sentence: what it says.
        figure: what is drawn, None if there is nothing to draw.
        table: the numbers, all of them.
    """

    title: str
    sentence: str
    figure: Figure | None
    table: Table


def contents(overview: Overview, look: Look, pen: Pen) -> dict[Statistic, Content]:
    """Return what each panel shows."""
    told = {**_of_reviews(overview, look, pen), **_of_items(overview, look, pen)}
    return {statistic: Content(words.title(statistic, pen.wording), *told[statistic]) for statistic in Statistic}


_Told = tuple[str, Figure | None, Table]


def _of_reviews(overview: Overview, look: Look, pen: Pen) -> dict[Statistic, _Told]:
    """Tell of what happened."""
    days, retention, time = overview.review_days, overview.retention, overview.time
    attempts, hardest, wording = overview.attempts, overview.hardest, pen.wording
    return {
        Statistic.REVIEWS: (
            words.review_days_words(days, wording, pen.dates.long),
            figures.review_days_figure(days, pen),
            tables.review_days_table(days, wording),
        ),
        Statistic.RETENTION: (
            words.retention_words(retention, wording),
            figures.retention_figure(retention, pen),
            tables.retention_table(retention, wording),
        ),
        Statistic.TIME: (
            words.time_words(time, wording),
            figures.time_figure(time, pen),
            tables.time_table(time, wording),
        ),
        Statistic.HARDEST: (
            words.hardest_words(hardest, _name_of_hardest(overview, look, wording), wording),
            figures.hardest_figure(hardest, look, pen),
            tables.hardest_table(hardest, look, wording),
        ),
        Statistic.ATTEMPTS: (
            words.attempts_words(attempts, wording),
            figures.attempts_figure(attempts, pen),
            tables.attempts_table(attempts, look, wording),
        ),
    }


def _of_items(overview: Overview, look: Look, pen: Pen) -> dict[Statistic, _Told]:
    """Tell of how things stand."""
    wording, concepts = pen.wording, overview.concepts
    weak = weakest(concepts, figures.WEAK_SHOWN)
    return {
        Statistic.FORECAST: (
            words.forecast_words(overview.forecast, wording),
            figures.forecast_figure(overview.forecast, pen),
            tables.forecast_table(overview.forecast, wording),
        ),
        Statistic.WEAKEST: (
            words.weakest_words(weak, wording),
            figures.weakest_figure(weak, look, pen),
            tables.concepts_table(weak, wording),
        ),
        Statistic.CONCEPTS: (
            words.concepts_words(concepts, wording),
            figures.concepts_figure(concepts, look, pen),
            tables.concepts_table(concepts, wording),
        ),
        Statistic.STABILITY: (
            words.stability_words(overview.stability, wording),
            figures.stability_figure(overview.stability, pen),
            tables.stability_table(overview.stability, wording),
        ),
        Statistic.DIFFICULTY: (
            words.difficulty_words(overview.difficulty, wording),
            figures.difficulty_figure(overview.difficulty, pen),
            tables.difficulty_table(overview.difficulty, wording),
        ),
    }


def _name_of_hardest(overview: Overview, look: Look, wording: Wording) -> str:
    return look.title_of(overview.ids[overview.hardest[0].item], wording.language) if overview.hardest else ""
