from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizapp.desktop.pages.statistics.model import MOST_PRACTISED, Choice, look, read
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import Rating
from quizapp.study.statistics.period import Period
from tests.desktop.pages.statistics.sample import concept
from tests.desktop.pages.statistics.sample import look as sample
from tests.study.sample import Clock, card, pack

ITEMS = (card("p/l/a", "views"), card("p/l/b"))
NOW = datetime(2026, 3, 2, 13, tzinfo=UTC)


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    return Learner(Journal(tmp_path / "journal.sqlite"), (pack(*ITEMS),), new_per_day=10, clock=Clock(), day_begins=6)


def test_of_a_new_learner_there_is_only_what_to_begin_with(learner: Learner) -> None:
    found = look(read(learner), learner.packs, Choice(), NOW, UTC)

    assert (found.overview, found.to_begin) == (None, ("p/l/a", "p/l/b"))


def test_what_was_done_is_looked_over_in_the_learners_own_days(learner: Learner) -> None:
    learner.rate("p/l/a", Rating.GOOD, 3)
    learner.suspend(("p/l/b",))

    reading = read(learner)
    found = look(reading, learner.packs, Choice(Period.MONTH), NOW, UTC)

    assert found.overview is not None
    assert (found.overview.review_days.reviews, len(found.overview.time.spans)) == (1, 30)
    assert (reading.day_begins, found.suspended) == (6, frozenset({"p/l/b"}))


def test_another_pack_knows_nothing_of_it(learner: Learner) -> None:
    learner.rate("p/l/a", Rating.GOOD, 3)

    found = look(read(learner), learner.packs, Choice(pack="other"), NOW, UTC)

    assert found.overview is not None
    assert (found.overview.review_days.reviews, found.overview.concepts) == (0, ())


def test_an_item_that_is_in_no_pack_goes_by_its_id() -> None:
    assert [sample().title_of(item, "en") for item in ("p/l/a", "p/l/gone")] == ["Title a", "p/l/gone"]


def test_only_so_much_of_a_concept_is_practised_at_once() -> None:
    large = concept("Views", 0.5, *(f"p/l/{number}" for number in range(99)))

    assert sample(suspended=frozenset({"p/l/0"})).to_practise(large) == large.begun[1 : MOST_PRACTISED + 1]
