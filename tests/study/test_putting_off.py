"""Bury, suspend, resume, set a date, leeches: what keeps an item away or brings it back by hand."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest

from quizapp.settings import Leeches
from quizapp.study.entries import Rated, Suspended
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import AnsweredQuestion, ItemState, Rating, Tuning
from quizapp.study.standing import LEECH_LAPSES, becomes_leech
from tests.study.sample import NOON, Clock, card, exercise, pack, question

A, B, C, X = "p/l/a", "p/l/b", "p/l/c", "p/l/x"
ITEMS = (card(A), card(B), question(C), exercise(X))


@pytest.fixture
def learner(learner_of: Callable[..., Learner]) -> Learner:
    return learner_of(*ITEMS)


def test_a_buried_item_comes_up_again_when_the_next_day_begins(journal: Journal, clock: Clock) -> None:
    learner = Learner(journal, (pack(*ITEMS),), new_per_day=10, clock=clock, zone=UTC, day_begins=5)
    learner.rate(A, Rating.AGAIN, 5)
    clock.forward(minutes=5)

    learner.bury((A, B))

    today = learner.today()
    assert (learner.state(A), learner.state(B)) == (ItemState.BURIED, ItemState.BURIED)
    assert (today.due, today.new, today.next_due) == ((), (C, X), datetime(2026, 3, 3, 5, tzinfo=UTC))
    clock.now = datetime(2026, 3, 3, 5, tzinfo=UTC)
    assert (learner.today().due, learner.today().new) == ((A,), (B, C, X))


def test_a_buried_item_keeps_its_due_time(learner: Learner) -> None:
    learner.rate(A, Rating.EASY, 5)
    due = learner.due_at(A)

    learner.bury((A,))

    assert learner.due_at(A) == due


def test_a_suspended_item_comes_up_no_more(learner: Learner, clock: Clock) -> None:
    learner.rate(A, Rating.AGAIN, 5)

    learner.suspend((A, B))
    clock.forward(days=400)

    assert (learner.state(A), learner.state(B)) == (ItemState.SUSPENDED, ItemState.SUSPENDED)
    assert (learner.today().due, learner.today().new, learner.today().next_due) == ((), (C, X), None)


def test_resuming_brings_back_what_was_suspended_or_buried(learner: Learner, clock: Clock) -> None:
    learner.rate(A, Rating.AGAIN, 5)
    learner.suspend((A,))
    learner.bury((B,))
    clock.forward(minutes=5)

    learner.resume((A, B, C))

    assert (learner.today().due, learner.today().new) == ((A,), (B, C, X))


def test_resuming_what_is_there_writes_nothing(learner: Learner, journal: Journal) -> None:
    learner.resume((A, B))

    assert journal.entries() == ()


def test_a_date_that_was_set_counts_until_the_next_rating(learner: Learner, clock: Clock) -> None:
    learner.rate(A, Rating.EASY, 5)
    learner.set_due((A,), NOON + timedelta(hours=1))
    clock.forward(hours=1)
    assert learner.today().due == (A,)

    learner.rate(A, Rating.GOOD, 5)

    due = learner.due_at(A)
    assert due is not None
    assert due > clock.now + timedelta(days=1)


def test_a_date_may_be_set_for_what_is_new(learner: Learner, clock: Clock) -> None:
    learner.set_due((A,), NOON + timedelta(days=3))
    before = learner.today()
    clock.forward(days=3)

    assert (before.new, before.next_due) == ((B, C, X), NOON + timedelta(days=3))
    assert learner.today().due == (A,)


def test_a_date_of_another_zone_is_the_same_moment(learner: Learner) -> None:
    learner.set_due((A,), datetime(2026, 3, 5, 8, tzinfo=timezone(timedelta(hours=8))))

    assert learner.due_at(A) == datetime(2026, 3, 5, tzinfo=UTC)


def test_many_items_are_put_off_by_one_action(learner: Learner) -> None:
    learner.suspend((A, B, C))
    learner.set_due((A, B), NOON)

    first, second = learner.undo(), learner.undo()

    assert first is not None
    assert second is not None
    assert (first.items, second.items) == ((A, B), (A, B, C))
    assert learner.standings() == {}


def forget(learner: Learner, clock: Clock, times: int, item: str = A) -> None:
    """Learn an item and forget it so often."""
    for _ in range(times):
        learner.rate(item, Rating.EASY, 5)
        clock.forward(days=30)
        learner.rate(item, Rating.AGAIN, 5)
        clock.forward(minutes=20)


def test_forgetting_what_was_learnt_is_a_lapse_and_failing_to_learn_is_none(learner: Learner, clock: Clock) -> None:
    learner.rate(A, Rating.AGAIN, 5)
    learner.rate(A, Rating.AGAIN, 5)
    assert learner.standing(A).lapses == 0

    forget(learner, clock, 2)

    assert learner.standing(A).lapses == 2


def test_an_item_that_is_forgotten_eight_times_is_a_leech(learner: Learner, clock: Clock) -> None:
    forget(learner, clock, LEECH_LAPSES - 1)
    assert not learner.standing(A).is_leech

    forget(learner, clock, 1)

    assert learner.standing(A).is_leech
    assert learner.state(A) is not ItemState.SUSPENDED


def test_a_leech_is_suspended_if_the_learner_wants_that(learner: Learner, clock: Clock) -> None:
    learner.set_leeches(Leeches.SUSPEND)

    forget(learner, clock, LEECH_LAPSES)

    assert learner.state(A) is ItemState.SUSPENDED
    *_, rated, suspended = learner.entries(Rated, Suspended)
    assert getattr(rated.entry, "batch", None) == getattr(suspended.entry, "batch", "") is not None


def test_one_undo_takes_the_rating_and_the_suspension_back(learner: Learner, clock: Clock) -> None:
    learner.set_leeches(Leeches.SUSPEND)
    forget(learner, clock, LEECH_LAPSES)

    taken = learner.undo()

    assert taken is not None
    assert (taken.what, taken.rating, taken.shows_again) == (Rated, Rating.AGAIN, A)
    assert (learner.standing(A).lapses, learner.state(A)) == (LEECH_LAPSES - 1, ItemState.DUE)


def test_a_leech_that_was_resumed_is_suspended_again_after_four_more_lapses(learner: Learner, clock: Clock) -> None:
    learner.set_leeches(Leeches.SUSPEND)
    forget(learner, clock, LEECH_LAPSES)
    learner.resume((A,))

    states = []
    for _ in range(4):
        forget(learner, clock, 1)
        states.append(learner.state(A) is ItemState.SUSPENDED)

    assert states == [False, False, False, True]


def test_a_lapse_that_makes_a_leech_is_told_from_others(learner: Learner, clock: Clock) -> None:
    told = []
    for _ in range(LEECH_LAPSES + 5):
        before = learner.standing(A)
        forget(learner, clock, 1)
        told.append(becomes_leech(before, learner.standing(A)))

    assert [number for number, tells in enumerate(told, 1) if tells] == [8, 12]


def test_rerating_changes_what_the_last_answer_did(learner: Learner) -> None:
    learner.record_answer(AnsweredQuestion(item=C, answer="1", right=True, seconds=5))

    learner.rerate(C, Rating.EASY)

    (review,) = learner.history(C)
    assert (review.rating, review.passed) == (Rating.EASY, True)
    assert learner.state(C) is ItemState.REVIEW


def test_rerating_may_be_changed_again_and_undone(learner: Learner) -> None:
    learner.record_answer(AnsweredQuestion(item=C, answer="1", right=True, seconds=5))
    learner.rerate(C, Rating.EASY)
    learner.rerate(C, Rating.AGAIN)

    ratings = [learner.history(C)[0].rating]
    for _ in range(2):
        learner.undo()
        ratings.append(learner.history(C)[0].rating)

    assert ratings == [Rating.AGAIN, Rating.EASY, Rating.GOOD]


def test_rerating_what_was_never_rated_does_nothing(learner: Learner, journal: Journal) -> None:
    learner.rerate(A, Rating.EASY)

    assert journal.entries() == ()


def test_the_day_s_hour_counts_at_once(learner: Learner, clock: Clock, journal: Journal) -> None:
    learner = Learner(journal, (pack(*ITEMS),), new_per_day=1, clock=clock, zone=UTC)
    clock.now = datetime(2026, 3, 2, 5, tzinfo=UTC)
    learner.rate(A, Rating.EASY, 5)
    clock.now = datetime(2026, 3, 2, 8, tzinfo=UTC)
    before = learner.today()

    learner.set_day_begins(7)

    assert (before.done, before.new) == (1, ())
    assert (learner.today().done, learner.today().new) == (0, (B,))


def test_a_higher_retention_brings_everything_back_sooner(learner: Learner) -> None:
    learner.tune(Tuning(retention=0.8, fuzz=False))
    learner.rate(A, Rating.EASY, 5)
    late = learner.due_at(A)

    learner.tune(Tuning(retention=0.95, fuzz=False))

    early = learner.due_at(A)
    assert late is not None
    assert early is not None
    assert early < late
    learner.undo()
    assert learner.due_at(A) == late
