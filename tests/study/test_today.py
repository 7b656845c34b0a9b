from collections.abc import Callable
from datetime import datetime, timedelta, timezone

import pytest

from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import AnsweredQuestion, Rating, Today
from tests.study.sample import NOON, Clock, attempt, card, exercise, pack, question

CARDS = tuple(card(f"p/l/{name}") for name in "abcdef")
A, B, C, D, E, F = (item.id for item in CARDS)
BEIJING = timezone(timedelta(hours=8))


def test_at_first_there_is_only_what_is_new(learner_of: Callable[..., Learner]) -> None:
    assert learner_of(*CARDS, new_per_day=2).today() == Today(new=(A, B), minutes=1)


def test_without_packs_there_is_nothing_to_do(learner_of: Callable[..., Learner]) -> None:
    assert learner_of().today() == Today()


def test_what_was_begun_today_counts_against_the_new(learner_of: Callable[..., Learner]) -> None:
    learner = learner_of(*CARDS, new_per_day=3)

    learner.rate(C, Rating.EASY, 5)

    assert learner.today().new == (A, B)


def test_tomorrow_offers_new_items_again(learner_of: Callable[..., Learner], clock: Clock) -> None:
    learner = learner_of(*CARDS, new_per_day=1)
    learner.rate(A, Rating.EASY, 5)
    assert learner.today().new == ()

    clock.forward(days=1)

    assert learner.today().new == (B,)


def test_more_begun_than_allowed_offers_nothing_new(learner_of: Callable[..., Learner]) -> None:
    learner = learner_of(*CARDS, new_per_day=1)
    learner.rate(A, Rating.EASY, 5)
    learner.rate(B, Rating.EASY, 5)

    assert learner.today().new == ()


def test_a_changed_number_of_new_items_counts_at_once(learner_of: Callable[..., Learner]) -> None:
    learner = learner_of(*CARDS, new_per_day=1)

    learner.set_new_per_day(4)

    assert learner.today().new == (A, B, C, D)


def test_new_items_come_in_the_order_of_packs_and_lessons(journal: Journal, clock: Clock) -> None:
    packs = (pack(CARDS[3], CARDS[1]), pack(CARDS[2], CARDS[0]))

    assert Learner(journal, packs, new_per_day=9, clock=clock).today().new == (D, B, C, A)


def test_the_longest_waiting_is_due_first(learner_of: Callable[..., Learner], clock: Clock) -> None:
    learner = learner_of(*CARDS)
    learner.rate(C, Rating.AGAIN, 5)
    clock.forward(seconds=1)
    learner.rate(A, Rating.AGAIN, 5)
    learner.rate(B, Rating.GOOD, 5)
    clock.forward(minutes=5)

    assert learner.today().due == (C, A)


def test_an_item_is_due_at_the_minute_and_not_before(learner_of: Callable[..., Learner], clock: Clock) -> None:
    learner = learner_of(*CARDS)
    learner.rate(A, Rating.GOOD, 5)

    clock.forward(seconds=599)
    before = learner.today()
    clock.forward(seconds=1)
    after = learner.today()

    assert (before.due, before.next_due) == ((), NOON + timedelta(minutes=10))
    assert (after.due, after.next_due) == ((A,), None)


def test_done_counts_the_ratings_of_the_day(learner_of: Callable[..., Learner], clock: Clock) -> None:
    learner = learner_of(*CARDS, exercise("p/l/x"))
    learner.rate(A, Rating.GOOD, 5)
    clock.forward(days=1)
    learner.rate(A, Rating.GOOD, 5)
    learner.rate(B, Rating.AGAIN, 5)
    learner.record_answer(AnsweredQuestion(item="p/l/q", answer="1", right=True, seconds=9))
    learner.record_attempt(attempt("p/l/x"))

    assert learner.today().done == 3


def test_an_undone_rating_is_not_done(learner_of: Callable[..., Learner]) -> None:
    learner = learner_of(*CARDS)
    before = learner.today()
    learner.rate(A, Rating.GOOD, 5)

    learner.undo()

    assert learner.today() == before


def test_an_exercise_that_never_passed_stays_among_the_new_and_takes_no_other_s_place(
    learner_of: Callable[..., Learner], clock: Clock
) -> None:
    learner = learner_of(exercise("p/l/x"), *CARDS, new_per_day=2)
    learner.record_attempt(attempt("p/l/x"))
    assert learner.today().new == ("p/l/x", A)

    clock.forward(days=1)

    assert learner.today().new == ("p/l/x", A, B)


def test_continue_with_is_the_last_exercise_that_did_not_pass(learner_of: Callable[..., Learner], clock: Clock) -> None:
    learner = learner_of(exercise("p/l/x"), exercise("p/l/y"), exercise("p/l/z"), *CARDS)
    for name, passed in (("y", False), ("x", False), ("z", True)):
        learner.record_attempt(attempt(f"p/l/{name}", passed=passed))
        clock.forward(minutes=1)
    learner.rate(A, Rating.AGAIN, 5)

    assert learner.today().continue_with == "p/l/x"


def test_there_is_nothing_to_continue_once_it_passed(learner_of: Callable[..., Learner]) -> None:
    learner = learner_of(exercise("p/l/x"))
    learner.record_attempt(attempt("p/l/x"))
    learner.record_attempt(attempt("p/l/x", passed=True))

    assert learner.today().continue_with is None


def test_items_of_removed_packs_count_only_as_done(learner_of: Callable[..., Learner], clock: Clock) -> None:
    before = learner_of(exercise("p/l/x"), CARDS[0])
    before.rate(A, Rating.AGAIN, 5)
    before.record_attempt(attempt("p/l/x"))
    clock.forward(minutes=5)

    assert learner_of(CARDS[1]).today() == Today(new=(B,), done=1, minutes=1)


def test_an_item_that_two_packs_hold_is_offered_once(journal: Journal, clock: Clock) -> None:
    packs = (pack(*CARDS[:2]), pack(*CARDS[:2]))

    assert Learner(journal, packs, new_per_day=9, clock=clock).today().new == (A, B)


@pytest.mark.parametrize(("made", "minutes"), [(card, 3), (question, 7), (exercise, 40)])
def test_without_experience_minutes_are_the_usual_ones(
    learner_of: Callable[..., Learner], made: Callable[[str], object], minutes: int
) -> None:
    assert learner_of(*(made(f"p/l/{number}") for number in range(10))).today().minutes == minutes


def test_minutes_follow_the_learner_s_own_median(learner_of: Callable[..., Learner]) -> None:
    learner = learner_of(*(card(f"p/l/{number}") for number in range(15)))
    for number, seconds in enumerate((60, 60, 60, 1, 9000)):
        learner.rate(f"p/l/{number}", Rating.EASY, seconds)

    assert learner.today().new == tuple(f"p/l/{number}" for number in range(5, 10))
    assert learner.today().minutes == 5


def test_an_exercise_s_time_is_that_of_all_checks_up_to_its_rating(learner_of: Callable[..., Learner]) -> None:
    learner = learner_of(*(exercise(f"p/l/{number}") for number in range(6)), new_per_day=6)
    for number in range(5):
        learner.record_attempt(attempt(f"p/l/{number}", seconds=500))
        learner.record_attempt(attempt(f"p/l/{number}", seconds=100, passed=True))

    assert learner.today().minutes == 10


def test_each_rating_of_an_exercise_has_its_own_time(learner_of: Callable[..., Learner], clock: Clock) -> None:
    learner = learner_of(exercise("p/l/x"), exercise("p/l/y"))
    for _ in range(5):
        learner.record_attempt(attempt("p/l/x", seconds=120, passed=True))
        learner.record_attempt(attempt("p/l/x", seconds=900, passed=True))
        clock.now = learner.due_at("p/l/x") or clock.now

    assert (learner.today().due, learner.today().new) == (("p/l/x",), ("p/l/y",))
    assert learner.today().minutes == 4


def test_studying_past_midnight_is_still_the_same_day(journal: Journal, clock: Clock) -> None:
    learner = Learner(journal, (pack(*CARDS),), new_per_day=1, clock=clock, zone=BEIJING)
    clock.now = datetime(2026, 3, 2, 23, 0, tzinfo=BEIJING)
    learner.rate(A, Rating.EASY, 5)

    clock.now = datetime(2026, 3, 3, 3, 59, tzinfo=BEIJING)
    assert (learner.today().done, learner.today().new) == (1, ())
    clock.now = datetime(2026, 3, 3, 4, 0, tzinfo=BEIJING)
    assert (learner.today().done, learner.today().new) == (0, (B,))
