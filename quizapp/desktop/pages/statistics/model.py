"""What the Statistics page asks for and gets: read once, worked out for a period and a pack. Knows nothing of Qt."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING

from quizapp.study.statistics.period import Period

if TYPE_CHECKING:
    # NumPy comes with these: first needed off the GUI thread, it is imported there.
    from quizapp.packs.model import ItemId, Pack, Text
    from quizapp.study.learner import Learner
    from quizapp.study.statistics.concepts import ConceptStrength
    from quizapp.study.statistics.overview import Overview, Past

MOST_PRACTISED = 20
"""So many items of a concept are practised at once, at most."""


class Statistic(StrEnum):
    """What is shown, in the order of the page; the value begins the names of saved files."""

    REVIEWS = "reviews"
    FORECAST = "forecast"
    RETENTION = "retention"
    TIME = "time"
    WEAKEST = "weakest-concepts"
    CONCEPTS = "concepts"
    HARDEST = "hardest-items"
    ATTEMPTS = "attempts"
    STABILITY = "stability"
    DIFFICULTY = "difficulty"


@dataclass(frozen=True)
class Choice:
    """What to look at; `pack` None means all packs."""

    period: Period = Period.QUARTER
    pack: str | None = None


@dataclass(frozen=True)
class Reading:
    """What was read of the journal, and of today.

    Attributes:
        to_begin: what studying would begin with.
        suspended: what does not come up.
        day_begins: the hour at which the learner's day does.
    """

    past: "Past"
    to_begin: "tuple[ItemId, ...]" = ()
    suspended: "frozenset[ItemId]" = frozenset()
    day_begins: int = 4


@dataclass(frozen=True)
class Look:
    """All that the page shows, before it is in a language.

    Attributes:
        overview: None if nothing was ever done.
        titles: of items, by id.
        to_begin: what studying would begin with.
        suspended: what does not come up.
        now: when it was looked at.
    """

    choice: Choice
    overview: "Overview | None"
    now: datetime
    titles: "dict[ItemId, Text]" = field(default_factory=dict)
    to_begin: "tuple[ItemId, ...]" = ()
    suspended: "frozenset[ItemId]" = frozenset()

    def to_practise(self, concept: "ConceptStrength") -> "tuple[ItemId, ...]":
        """Return what practising a concept means: what was begun of it, the least known first."""
        return tuple(item for item in concept.begun if item not in self.suspended)[:MOST_PRACTISED]

    def title_of(self, item: "ItemId", language: str) -> str:
        """Return what an item is called; one that its pack has no more by its id."""
        return self.titles[item].read(language) if item in self.titles else item


def read(learner: "Learner") -> Reading:
    """Read the journal's tables. Slow: not for the GUI thread.

    Raises:
        JournalError: if they can't be read.
    """
    from quizapp.study.statistics.overview import read_past

    standings = learner.standings()
    return Reading(
        past=read_past(learner.query, standings, learner.tuning),
        to_begin=learner.queue(),
        suspended=frozenset(item for item, standing in standings.items() if standing.suspended),
        day_begins=learner.day_begins,
    )


def look(
    reading: Reading,
    packs: "tuple[Pack, ...]",
    choice: Choice,
    now: datetime | None = None,
    zone: tzinfo | None = None,
) -> Look:
    """Work out all statistics. Slow: not for the GUI thread.

    Args:
        reading: what was read.
        packs: all there are.
        choice: of period and pack.
        now: aware; None means this moment.
        zone: where the learner is; None means this machine's zone.
    """
    from quizapp.study.statistics.days import Days
    from quizapp.study.statistics.overview import look_over

    moment = now or datetime.now(UTC)
    chosen = tuple(pack for pack in packs if choice.pack in (None, pack.id))
    overview = None
    if not reading.past.is_empty:
        overview = look_over(reading.past, chosen, choice.period, moment, Days(zone, reading.day_begins))
    titles = {item.id: item.title for pack in packs for item in pack.items()}
    return Look(choice, overview, moment, titles, reading.to_begin, reading.suspended)
