from collections.abc import Callable

import pytest

from quizapp.study.learner import Learner
from quizapp.study.model import Rating
from quizapp.study.session import Position, Session
from tests.study.sample import Clock, attempt, card, exercise

A, B, C, X = "p/l/a", "p/l/b", "p/l/c", "p/l/x"


@pytest.fixture
def learner(learner_of: Callable[..., Learner]) -> Learner:
    return learner_of(card(A), card(B), card(C))


def rate_current(learner: Learner, session: Session, rating: Rating) -> str:
    """Rate the current item, go on, and return which it was."""
    assert session.current is not None
    item = session.current
    learner.rate(item, rating, 5)
    session.advance()
    return item


def undo(learner: Learner) -> str:
    """Take the last action back and return the item that it was about."""
    taken = learner.undo()
    assert taken is not None
    assert taken.item is not None
    return taken.item


def test_a_sitting_goes_through_what_is_new_and_ends(learner: Learner) -> None:
    session = Session.of_today(learner)

    assert [rate_current(learner, session, Rating.EASY) for _ in range(3)] == [A, B, C]
    assert session.current is None


def test_without_anything_to_do_there_is_no_current_item(learner_of: Callable[..., Learner]) -> None:
    session = Session.of_today(learner_of())

    assert (session.current, session.position) == (None, Position(0, 0))


def test_position_counts_what_is_done(learner: Learner) -> None:
    session = Session.of_today(learner)
    positions = [session.position]
    for _ in range(3):
        rate_current(learner, session, Rating.EASY)
        positions.append(session.position)

    assert positions == [Position(0, 3), Position(1, 3), Position(2, 3), Position(3, 3)]


def test_a_card_in_its_learning_steps_comes_back_when_it_is_due(learner: Learner, clock: Clock) -> None:
    session = Session.of_today(learner)
    rate_current(learner, session, Rating.AGAIN)
    clock.forward(minutes=1)
    rate_current(learner, session, Rating.EASY)

    assert (session.current, session.position) == (A, Position(2, 4))


def test_a_card_may_come_back_again_and_again(learner: Learner, clock: Clock) -> None:
    session = Session.of_today(learner)
    seen = []
    for _ in range(4):
        clock.forward(minutes=2)
        seen.append(rate_current(learner, session, Rating.AGAIN))

    assert seen == [A, B, A, B]


def test_after_the_end_advancing_finds_what_has_fallen_due(learner_of: Callable[..., Learner], clock: Clock) -> None:
    learner = learner_of(card(A))
    session = Session.of_today(learner)
    rate_current(learner, session, Rating.AGAIN)
    assert session.position == Position(1, 1)
    clock.forward(minutes=1)

    session.advance()

    assert session.position == Position(1, 2)
    assert rate_current(learner, session, Rating.EASY) == A


def test_the_current_item_stays_while_time_passes(learner: Learner, clock: Clock) -> None:
    learner.rate(C, Rating.AGAIN, 5)
    session = Session.of_today(learner)
    clock.forward(minutes=5)

    assert session.current == A


def test_what_is_left_without_a_rating_does_not_come_back(learner_of: Callable[..., Learner]) -> None:
    learner = learner_of(exercise(X), card(A))
    session = Session.of_today(learner)
    learner.record_attempt(attempt(X))

    session.advance()
    rate_current(learner, session, Rating.EASY)

    assert session.current is None
    assert learner.today().new == (X,)


def test_going_on_before_the_rating_is_written_loses_nothing(learner: Learner, clock: Clock) -> None:
    session = Session.of_today(learner)

    session.advance()
    learner.rate(A, Rating.AGAIN, 5)
    clock.forward(minutes=1)
    rate_current(learner, session, Rating.EASY)

    assert session.current == A


def test_after_undo_the_item_is_shown_again_and_the_one_displaced_after_it(learner: Learner) -> None:
    session = Session.of_today(learner)
    rate_current(learner, session, Rating.EASY)
    assert undo(learner) == A

    session.back_to(A)

    assert (session.current, session.position) == (A, Position(0, 3))
    assert [rate_current(learner, session, Rating.EASY) for _ in range(3)] == [A, B, C]
    assert session.current is None


def test_two_undos_lead_back_two_items(learner: Learner) -> None:
    session = Session.of_today(learner)
    rate_current(learner, session, Rating.EASY)
    rate_current(learner, session, Rating.EASY)
    for _ in range(2):
        session.back_to(undo(learner))

    assert (session.current, session.position) == (A, Position(0, 3))
    assert [rate_current(learner, session, Rating.EASY) for _ in range(3)] == [A, B, C]


def test_undo_at_the_end_leads_back_into_the_sitting(learner_of: Callable[..., Learner]) -> None:
    learner = learner_of(card(A))
    session = Session.of_today(learner)
    rate_current(learner, session, Rating.EASY)
    learner.undo()

    session.back_to(A)

    assert (session.current, session.position) == (A, Position(0, 1))


def test_undoing_a_rating_of_before_the_sitting_adds_its_item(learner: Learner) -> None:
    learner.rate(C, Rating.EASY, 5)
    session = Session.of_today(learner)
    learner.undo()

    session.back_to(C)

    assert (session.current, session.position) == (C, Position(0, 3))


def test_given_items_are_gone_through_once_whatever_their_rating(learner: Learner, clock: Clock) -> None:
    session = Session.of_items(learner, (C, A, C))
    seen = []
    while session.current:
        clock.forward(minutes=5)
        seen.append(rate_current(learner, session, Rating.AGAIN))

    assert seen == [C, A]
    assert session.position == Position(2, 2)


def test_given_items_need_no_rating(learner: Learner) -> None:
    session = Session.of_items(learner, (A, B))
    session.advance()
    session.advance()

    assert (session.current, session.position) == (None, Position(2, 2))


def test_back_to_works_among_given_items(learner: Learner) -> None:
    session = Session.of_items(learner, (C, A, B))
    rate_current(learner, session, Rating.GOOD)
    learner.undo()

    session.back_to(C)

    assert [rate_current(learner, session, Rating.GOOD) for _ in range(3)] == [C, A, B]
    assert session.current is None
