from collections.abc import Callable
from datetime import timedelta

import pytest

from quizapp.study.entries import (
    Buried,
    CardWritten,
    DateSet,
    Entry,
    Noted,
    QuizPaused,
    Rated,
    Rerated,
    Row,
    Suspended,
    Tuned,
    Undone,
)
from quizapp.study.learner import Learner
from quizapp.study.model import Rating, Tuning
from quizapp.study.undo import is_undoable, newest_actions, undoing
from quizapp.study.undoable import AT_MOST
from tests.study.acts import EVERY, ITEMS, ONE_OF_EACH, A, B, C, X, own_card, stored
from tests.study.sample import NOON, Clock, attempt

RATED = Rated(item=A, rating=Rating.GOOD, seconds=5)


@pytest.fixture
def learner(learner_of: Callable[..., Learner]) -> Learner:
    return learner_of(*ITEMS)


def rows(*entries: Entry) -> list[Row]:
    return [Row(id=str(number), device="d", at=NOON, entry=entry) for number, entry in enumerate(entries)]


def test_rows_of_a_batch_are_one_action_and_others_one_each() -> None:
    batch = [Suspended(item=item, on=True, batch="x") for item in (A, B)]
    made = rows(RATED, *batch, Suspended(item=C, on=True, batch="y"), RATED)

    assert [action.items for action in newest_actions(reversed(made))] == [(A,), (C,), (A, B), (A,)]


def test_an_action_is_what_the_learner_did_and_not_what_followed() -> None:
    rated = Rated(item=A, rating=Rating.AGAIN, seconds=5, batch="x")

    (action,) = newest_actions(reversed(rows(rated, Suspended(item=A, on=True, batch="x"))))

    assert (action.what, action.rating, action.item) == (Rated, Rating.AGAIN, A)


def test_an_action_is_taken_back_with_all_its_rows() -> None:
    (action,) = newest_actions(reversed(rows(*(Suspended(item=item, on=True, batch="x") for item in (A, B)))))

    assert undoing(action) == (Undone(item=A, row="0"), Undone(item=B, row="1"))


@pytest.mark.parametrize(
    ("entry", "undoable"),
    [
        (RATED, True),
        (Rerated(item=A, row="0", rating=Rating.GOOD), True),
        (Noted(item=A, text=""), True),
        (CardWritten(item=A, deck="", front="", back=""), True),
        (Tuned(tuning=Tuning()), True),
        (Undone(item=A, row="0"), False),
        (QuizPaused(item="quiz/0", seconds=1), False),
    ],
)
def test_all_but_undoing_and_quizzes_can_be_taken_back(entry: Entry, undoable: bool) -> None:
    assert is_undoable(entry) is undoable


@pytest.mark.parametrize(
    ("entry", "shows"),
    [
        (RATED, True),
        (Buried(item=A, until=NOON), True),
        (Suspended(item=A, on=True), True),
        (DateSet(item=A, due=NOON), True),
        (Suspended(item=A, on=False), False),
        (Rerated(item=A, row="0", rating=Rating.GOOD), False),
        (Noted(item=A, text=""), False),
    ],
)
def test_an_item_that_was_rated_or_put_off_is_shown_again(entry: Entry, shows: bool) -> None:
    (action,) = newest_actions(rows(entry))

    assert action.shows_again == (A if shows else None)


def test_every_action_can_be_taken_back_one_after_the_other(learner: Learner, clock: Clock) -> None:
    before = []
    for act in ONE_OF_EACH:
        state, actions = stored(learner), len(learner.undoable())
        act(learner, clock)
        if len(learner.undoable()) > actions:
            before.append(state)
        elif len(learner.undoable()) < actions:
            before.pop()
        elif stored(learner) != state:  # an attempt that gave no rating, which stays
            before.clear()

    for state in reversed(before):
        learner.undo()

        assert stored(learner) == state
    assert len(before) == 8


def test_what_can_be_taken_back_is_known_with_what_it_was(learner: Learner) -> None:
    learner.rate(A, Rating.GOOD, 5)
    learner.suspend((A, B))
    learner.write_cards((own_card("f"),))
    learner.tune(Tuning(retention=0.8))

    assert [(taken.what, taken.items, taken.rating) for taken in learner.undoable()] == [
        (Tuned, (), None),
        (CardWritten, (EVERY[-1],), None),
        (Suspended, (A, B), None),
        (Rated, (A,), Rating.GOOD),
    ]
    assert [taken.what for taken in learner.undoable(limit=1)] == [Tuned]


def test_more_actions_than_are_known_beforehand_can_be_taken_back(learner: Learner, clock: Clock) -> None:
    for _ in range(AT_MOST + 20):
        learner.rate(A, Rating.GOOD, 5)
        learner.record_attempt(attempt(X))
    assert len(learner.undoable()) == AT_MOST

    count = 0
    while learner.undo() is not None:
        count += 1

    assert count == AT_MOST + 20
    assert not learner.can_undo()


def test_what_another_device_takes_back_can_not_be_taken_back_again(learner: Learner) -> None:
    learner.rate(A, Rating.GOOD, 5)
    row = learner.entries(Rated)[0]

    learner.take_in((Row(id="f" * 32, device="other", at=NOON + timedelta(hours=1), entry=Undone(item=A, row=row.id)),))

    assert learner.undo() is None
    assert learner.entries(Rated) == ()


def test_entries_are_those_that_were_not_undone_by_time(learner: Learner, clock: Clock) -> None:
    learner.rate(A, Rating.GOOD, 5)
    learner.set_note(A, "one")
    learner.set_note(A, "two")
    learner.undo()
    early = Row(id="f" * 32, device="other", at=NOON - timedelta(days=1), entry=Noted(item=B, text="early"))
    learner.take_in((early,))

    assert [row.entry for row in learner.entries(Noted)] == [early.entry, Noted(item=A, text="one")]
    assert [type(row.entry) for row in learner.entries(Noted, Rated)] == [Noted, Rated, Noted]
