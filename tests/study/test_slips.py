"""A recognised mistake brings the cards of its concept back sooner; all of it follows from the journal."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from itertools import permutations
from pathlib import Path

import pytest

from quizapp.packs.model import Item
from quizapp.study.entries import Row
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import AnsweredQuestion, ItemState, Rating
from quizapp.study.standing import Standing
from tests.study.sample import NOON, Clock, attempt, card, exercise, pack, question

DAY = timedelta(days=1)
VIEW, OTHER, ASKED, NEW, UNTOUCHED, TASK = (f"p/l/{name}" for name in ("view", "other", "q", "new", "late", "x"))
ITEMS: tuple[Item, ...] = (
    card(VIEW, "view"),
    card(OTHER, "stride"),
    question(ASKED, "stride", "view"),
    card(NEW),
    card(UNTOUCHED, "view"),
    exercise(TASK, "view"),
)
SLIP = attempt(TASK, concept="view")


@pytest.fixture
def learner(learner_of: Callable[..., Learner], clock: Clock) -> Learner:
    """Knows two cards and a question so well that they come back in a week or more, and then lets an hour pass."""
    learner = learner_of(*ITEMS)
    for item in (VIEW, OTHER):
        learner.rate(item, Rating.EASY, 5)
    for _ in range(2):
        learner.record_answer(AnsweredQuestion(item=ASKED, answer="1", right=True, seconds=5))
        clock.forward(minutes=10)
    clock.forward(hours=1)
    return learner


def due(learner: Learner) -> list[timedelta | None]:
    """Return in how long the card of the concept, the card of another and the question come back."""
    dues = [learner.due_at(item) for item in (VIEW, OTHER, ASKED)]
    return [None if at is None else at - learner._now() for at in dues]


def test_items_of_the_concept_come_back_within_a_day_and_others_when_they_would(learner: Learner) -> None:
    before = due(learner)

    learner.record_attempt(SLIP)

    assert due(learner) == [DAY, before[1], DAY]
    assert all(interval is not None and interval > DAY for interval in before)


def test_they_are_due_the_next_day(learner: Learner, clock: Clock) -> None:
    learner.record_attempt(SLIP)
    assert learner.today().next_due == clock.now + DAY

    clock.forward(days=1)

    assert (learner.today().due, learner.state(VIEW), learner.state(OTHER)) == (
        (VIEW, ASKED),
        ItemState.DUE,
        ItemState.REVIEW,
    )


def test_the_first_of_two_slips_counts(learner: Learner, clock: Clock) -> None:
    learner.record_attempt(SLIP)
    clock.forward(hours=6)

    learner.record_attempt(SLIP)

    assert due(learner)[0] == DAY - timedelta(hours=6)


def test_rated_again_an_item_comes_back_as_rated(learner: Learner, clock: Clock) -> None:
    learner.record_attempt(SLIP)
    clock.forward(days=1)
    foretold = learner.intervals(VIEW)[Rating.GOOD]

    learner.rate(VIEW, Rating.GOOD, 5)

    assert due(learner)[0] == foretold
    assert foretold > DAY


def test_a_slip_after_the_rating_counts_again(learner: Learner, clock: Clock) -> None:
    learner.record_attempt(SLIP)
    clock.forward(days=1)
    learner.rate(VIEW, Rating.EASY, 5)
    clock.forward(days=1)

    learner.record_attempt(SLIP)

    assert due(learner)[0] == DAY


def test_an_item_that_is_due_sooner_anyway_stays_so(learner: Learner) -> None:
    learner.rate(VIEW, Rating.AGAIN, 5)
    before = due(learner)[0]

    learner.record_attempt(SLIP)

    assert due(learner)[0] == before


def test_the_intervals_of_the_ratings_stay_as_they_were(learner: Learner) -> None:
    before = [learner.intervals(item) for item in (VIEW, ASKED, NEW)]

    learner.record_attempt(SLIP)

    assert [learner.intervals(item) for item in (VIEW, ASKED, NEW)] == before


@pytest.mark.parametrize("concept", [None, "stride-of-another-name", "views"])
def test_another_concept_or_none_changes_nothing(learner: Learner, concept: str | None) -> None:
    before = due(learner)

    learner.record_attempt(attempt(TASK, concept=concept))

    assert due(learner) == before


def test_the_same_word_in_another_pack_is_another_concept(learner: Learner) -> None:
    before = due(learner)

    learner.record_attempt(attempt("elsewhere/l/x", concept="view"))

    assert due(learner) == before


def test_an_undone_attempt_brings_nothing_back(learner: Learner) -> None:
    before = due(learner), learner.today()
    learner.record_attempt(attempt(TASK, concept="view", solution_shown=True))
    assert due(learner)[0] == DAY

    learner.undo()

    assert (due(learner), learner.today()) == before


def test_a_rating_that_is_undone_lets_the_slip_count_again(learner: Learner, clock: Clock) -> None:
    learner.record_attempt(SLIP)
    clock.forward(hours=1)
    learner.rate(VIEW, Rating.EASY, 5)

    learner.undo()

    assert due(learner)[0] == DAY - timedelta(hours=1)


def test_untouched_items_of_the_concept_come_first_among_the_new(learner: Learner) -> None:
    assert learner.today().new == (NEW, UNTOUCHED, TASK)

    learner.record_attempt(SLIP)

    assert learner.today().new == (UNTOUCHED, NEW, TASK)


def test_they_take_the_places_of_the_day(learner_of: Callable[..., Learner]) -> None:
    learner = learner_of(*ITEMS, new_per_day=3)

    learner.record_attempt(SLIP)

    assert learner.today().new == (VIEW, ASKED, TASK)


def test_an_exercise_of_the_concept_does_not_come_back_sooner(learner: Learner, clock: Clock) -> None:
    learner.record_attempt(attempt(TASK, passed=True))
    before = learner.due_at(TASK)
    clock.forward(minutes=5)

    learner.record_attempt(SLIP)

    assert learner.due_at(TASK) == before


def test_the_journal_alone_tells_it(learner: Learner, learner_of: Callable[..., Learner]) -> None:
    learner.record_attempt(SLIP)

    again = learner_of(*ITEMS)

    assert (due(again), again.today()) == (due(learner), learner.today())


def test_two_devices_merged_in_any_order_tell_the_same(tmp_path: Path) -> None:
    with Journal(tmp_path / "one.sqlite") as one, Journal(tmp_path / "two.sqlite") as two:
        clock = Clock()
        here, there = (Learner(journal, (pack(*ITEMS),), new_per_day=9, clock=clock) for journal in (one, two))
        here.rate(VIEW, Rating.EASY, 5)
        clock.forward(hours=1)
        there.record_attempt(SLIP)
        there.record_attempt(attempt(TASK, concept="stride"))
        clock.forward(hours=1)
        here.rate(OTHER, Rating.EASY, 5)
        rows = (*one.entries(), *two.entries())

    merged = [merged_one_by_one(tmp_path / f"{number}", order) for number, order in enumerate(permutations(rows))]

    assert len(rows) == 4
    assert {each[VIEW].due for each in merged} == {NOON + timedelta(hours=25)}
    assert {each[OTHER].slipped_at for each in merged} == {None}


def merged_one_by_one(path: Path, rows: tuple[Row, ...]) -> Mapping[str, Standing]:
    """Return where the items stand on a device to which these rows come one after the other."""
    with Journal(path) as journal:
        learner = Learner(journal, (pack(*ITEMS),), new_per_day=9)
        for row in rows:
            learner.take_in((row,))
        return learner.standings()


def test_a_slip_brings_back_only_what_was_studied(learner: Learner) -> None:
    told = [learner.comes_back(TASK, concept) for concept in ("view", "stride", "dtype")]

    assert (told, learner.comes_back("elsewhere/l/x", "view")) == ([True, True, False], False)


def test_a_concept_that_is_only_new_brings_nothing_back(learner_of: Callable[..., Learner]) -> None:
    assert not learner_of(*ITEMS).comes_back(TASK, "view")
