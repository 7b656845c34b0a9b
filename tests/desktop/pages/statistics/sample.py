"""What statistics come to for somebody who studied a little."""

from datetime import UTC, date, datetime, timedelta

from quizapp.desktop.pages.statistics.dates import Dates
from quizapp.desktop.pages.statistics.figures import Pen
from quizapp.desktop.pages.statistics.model import Choice, Look
from quizapp.packs.model import Text
from quizapp.study.statistics.attempts import Attempts, ExerciseTries
from quizapp.study.statistics.concepts import ConceptStrength
from quizapp.study.statistics.forecast import SPAN, DueDay, Forecast
from quizapp.study.statistics.hardest import Hard
from quizapp.study.statistics.memory import DIFFICULTY_EDGES, STABILITY_EDGES, Bin, Spread
from quizapp.study.statistics.overview import Overview
from quizapp.study.statistics.retention import Retention, WeekKnown
from quizapp.study.statistics.review_days import YEAR, ReviewDay, ReviewDays
from quizapp.study.statistics.shares import Share
from quizapp.study.statistics.time_spent import Spent, TimeSpent
from quizapp.wording import Wording

TODAY = date(2026, 3, 2)
"""A Monday."""


def english() -> Pen:
    wording = Wording("en")
    return Pen(wording, Dates(wording))


def text(words: str) -> Text:
    return Text("en", {"en": words})


def review_days(*reviews: int, streak: int = 2, longest: int = 5) -> ReviewDays:
    """Return a year of days that ends with these."""
    counts = (*(YEAR - len(reviews)) * (0,), *reviews)
    days = (TODAY - timedelta(days=YEAR - 1 - place) for place in range(YEAR))
    return ReviewDays(
        days=tuple(ReviewDay(day, count) for day, count in zip(days, counts, strict=True)),
        streak=streak,
        longest=longest,
    )


def forecast(*items: int, overdue: int = 0) -> Forecast:
    """Return a forecast that begins with these items."""
    counts = (*items, *(SPAN - len(items)) * (0,))
    days = (DueDay(TODAY + timedelta(days=place), count) for place, count in enumerate(counts))
    return Forecast(overdue=overdue, days=tuple(days))


def retention(*weeks: tuple[int, int], desired: float = 0.9) -> Retention:
    """Return weeks in which so many of so many were known."""
    known = tuple(
        WeekKnown(TODAY + timedelta(weeks=place - len(weeks) + 1), Share(*week)) for place, week in enumerate(weeks)
    )
    total = Share(sum(hits for hits, _ in weeks), sum(of for _, of in weeks))
    return Retention(known=total, weeks=known, desired=desired)


def time_spent(*seconds: tuple[float, float, float], by_week: bool = False) -> TimeSpent:
    """Return spans with the seconds of cards, questions and exercises."""
    width = timedelta(days=7 if by_week else 1)
    spans = tuple(Spent(TODAY - width * (len(seconds) - 1 - place), *each) for place, each in enumerate(seconds))
    return TimeSpent(spans=spans, by_week=by_week, active_days=sum(span.seconds > 0 for span in spans))


def spread(edges: tuple[float, ...], counts: dict[int, int], *, end: float | None, median: float) -> Spread:
    bins = zip(edges, (*edges[1:], end), strict=True)
    return Spread(
        bins=tuple(Bin(low, high, counts.get(place, 0)) for place, (low, high) in enumerate(bins)), median=median
    )


def stability(counts: dict[int, int], median: float) -> Spread:
    return spread(STABILITY_EDGES, counts, end=None, median=median)


def difficulty(counts: dict[int, int], median: float) -> Spread:
    return spread(DIFFICULTY_EDGES, counts, end=10.0, median=median)


def concept(title: str, strength: float, *begun: str, others: int = 1) -> ConceptStrength:
    more = tuple(f"p/l/other{number}" for number in range(others))
    return ConceptStrength(pack="p", title=text(title), strength=strength, items=(*begun, *more), begun=begun)


STRONG, WEAK, NEW = concept("Views", 0.97, "p/l/a"), concept("Strides", 0.42, "p/l/b", "p/l/c"), concept("Hooks", 0.0)

OVERVIEW = Overview(
    review_days=review_days(3, 0, 12),
    forecast=forecast(4, 2, overdue=3),
    retention=retention((8, 10), (19, 20)),
    time=time_spent((30, 60, 0), (0, 0, 600)),
    stability=stability({1: 2, 5: 1}, 25),
    difficulty=difficulty({4: 3}, 5.2),
    concepts=(STRONG, WEAK, NEW),
    attempts=Attempts(exercises=(ExerciseTries(3, 4, True), ExerciseTries(4, 2, False))),
    hardest=(Hard(1, 10, 4, 3), Hard(2, 4, 1, 0)),
    ids={1: "p/l/b", 2: "p/l/gone", 3: "p/l/e", 4: "p/l/f"},
)


def look(overview: Overview | None = OVERVIEW, **given: object) -> Look:
    """Return what the page shows of it."""
    titles = {f"p/l/{name}": text(f"Title {name}") for name in "abcef"}
    return Look(Choice(), overview, datetime(2026, 3, 2, 12, tzinfo=UTC), titles, **given)  # type: ignore[arg-type]
