from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from quizapp.desktop.pages.item.leech import Written, write_and_watch
from quizapp.settings import Leeches
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import AnsweredQuestion, Rating
from quizapp.study.standing import LEECH_LAPSES
from tests.desktop.studying import CARD, CHOICE, PACK


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    with Journal(tmp_path / "journal.sqlite") as journal:
        yield Learner(journal, (PACK,), new_per_day=5)


def forget(learner: Learner, times: int) -> list[int]:
    """Learn the card and forget it, so often; return what was noticed each time."""
    noticed = []
    for _ in range(times):
        learner.rate(CARD.id, Rating.EASY, 1.0)
        again = partial(learner.rate, CARD.id, Rating.AGAIN, 1.0)
        noticed.append(write_and_watch(again, learner, CARD.id).lapses)
    return noticed


def test_the_answer_of_the_call_that_wrote_is_passed_on(learner: Learner) -> None:
    answered = AnsweredQuestion(item=CHOICE.id, answer="b", right=True, seconds=3)

    written = write_and_watch(partial(learner.record_answer, answered), learner, CHOICE.id)

    assert written == Written(Rating.GOOD)


def test_a_leech_is_noticed_when_it_becomes_one_and_not_at_the_next_lapse(learner: Learner) -> None:
    noticed = forget(learner, LEECH_LAPSES + 1)

    assert noticed == [0] * (LEECH_LAPSES - 1) + [LEECH_LAPSES, 0]


def test_where_leeches_are_suspended_that_is_noticed_too(learner: Learner) -> None:
    learner.set_leeches(Leeches.SUSPEND)
    forget(learner, LEECH_LAPSES - 1)
    learner.rate(CARD.id, Rating.EASY, 1.0)

    written = write_and_watch(partial(learner.rate, CARD.id, Rating.AGAIN, 1.0), learner, CARD.id)

    assert written == Written(None, LEECH_LAPSES, suspended=True)
