"""A learner's past: months of study in a home, made through the real learner with a clock that is set back."""

from datetime import timedelta
from random import Random

from quizapp.home import Home
from quizapp.packs.library import Library
from quizapp.packs.model import Card, ItemId, Question
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner, utc_now
from quizapp.study.model import AnsweredQuestion, AttemptMade, Rating

A_DAY = 15
"""Items of a usual day."""


def study_before(home: Home, library: Library, days: int) -> None:
    """Let these many days of study lie behind the learner, with a day off now and then."""
    chance = Random(days)
    moment = utc_now() - timedelta(days=days)
    home.make()
    with Journal(home.journal) as journal:
        learner = Learner(journal, library.packs, new_per_day=4, clock=lambda: moment)
        for _ in range(days - 1):
            for item in learner.queue()[:A_DAY] if chance.random() < 0.85 else ():
                moment += timedelta(seconds=chance.randrange(10, 90))
                _study(item, learner, library, chance)
            moment += timedelta(days=1)


def _study(item: ItemId, learner: Learner, library: Library, chance: Random) -> None:
    found = library.find(item)
    knows, seconds = chance.random() < 0.85, 5 + chance.random() * 30
    if isinstance(found, Card):
        learner.rate(item, chance.choice((Rating.HARD, Rating.GOOD, Rating.GOOD)) if knows else Rating.AGAIN, seconds)
    elif isinstance(found, Question):
        learner.record_answer(AnsweredQuestion(item=item, answer="", right=knows, seconds=seconds))
    else:
        _attempt(item, knows, learner, seconds)


def _attempt(item: ItemId, passes: bool, learner: Learner, seconds: float) -> None:
    for passed in (True,) if passes else (False, True):
        made = AttemptMade(
            item=item,
            code="pass",
            passed=passed,
            ending="finished",
            mistake=None,
            seconds=4 * seconds,
            hints=0,
            solution_shown=False,
        )
        learner.record_attempt(made)
