"""Items whose lesson needs another wait until half of that one is studied."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.packs.model import Item, Lesson, Pack
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import Rating
from tests.study.sample import Clock, attempt, card, exercise, text

FIRST = tuple(card(f"p/one/{name}") for name in "abc")
SECOND = (card("p/two/a", "view"), card("p/two/b"))


def lessons(*parts: tuple[str, tuple[Item, ...], tuple[str, ...]]) -> Pack:
    made = (
        Lesson(id=name, title=text("l"), summary=text("s"), items=items, needs=needs) for name, items, needs in parts
    )
    return Pack(id="p", version="1", title=text("p"), folder=Path(), language="en", lessons=tuple(made))


@pytest.fixture
def learner_with(journal: Journal, clock: Clock) -> Callable[..., Learner]:
    return lambda pack, new_per_day=10: Learner(journal, (pack,), new_per_day=new_per_day, clock=clock)


@pytest.fixture
def learner(learner_with: Callable[..., Learner]) -> Learner:
    return learner_with(lessons(("two", SECOND, ("one",)), ("one", FIRST, ())))


def names(items: tuple[str, ...]) -> list[str]:
    return [item.removeprefix("p/") for item in items]


def test_what_a_lesson_needs_comes_before_it(learner: Learner) -> None:
    assert names(learner.today().new) == ["one/a", "one/b", "one/c"]


def test_half_of_it_must_be_rated(learner: Learner) -> None:
    learner.rate("p/one/a", Rating.EASY, 5)
    before = names(learner.today().new)
    learner.rate("p/one/b", Rating.AGAIN, 5)

    assert before == ["one/b", "one/c"]
    assert names(learner.today().new) == ["two/a", "two/b", "one/c"]


def test_what_is_suspended_is_not_waited_for(learner: Learner) -> None:
    learner.suspend(("p/one/a", "p/one/b"))

    assert names(learner.today().new) == ["two/a", "two/b", "one/c"]


def test_undoing_closes_the_lesson_again(learner: Learner) -> None:
    before = learner.today()
    learner.suspend(("p/one/a", "p/one/b"))

    learner.undo()

    assert learner.today() == before


def test_what_is_due_comes_whatever_its_lesson_needs(learner: Learner, clock: Clock) -> None:
    learner.rate("p/two/a", Rating.AGAIN, 5)
    clock.forward(minutes=5)

    assert names(learner.today().due) == ["two/a"]


def test_a_slip_opens_no_lesson(learner_with: Callable[..., Learner]) -> None:
    task = exercise("p/one/x")
    learner = learner_with(lessons(("one", (task, *FIRST), ()), ("two", SECOND, ("one",))))

    learner.record_attempt(attempt(task.id, concept="view"))

    assert names(learner.today().new) == ["one/x", "one/a", "one/b", "one/c"]


def test_a_lesson_that_the_pack_lacks_is_not_waited_for(learner_with: Callable[..., Learner]) -> None:
    assert names(learner_with(lessons(("two", SECOND, ("gone",)))).today().new) == ["two/a", "two/b"]


def test_an_empty_lesson_is_not_waited_for(learner_with: Callable[..., Learner]) -> None:
    learner = learner_with(lessons(("none", (), ()), ("two", SECOND, ("none",))))

    assert names(learner.today().new) == ["two/a", "two/b"]


def test_due_items_of_two_lessons_take_turns(learner_with: Callable[..., Learner], clock: Clock) -> None:
    learner = learner_with(lessons(("one", FIRST, ()), ("two", SECOND, ())))
    for item in (*FIRST, *SECOND):
        learner.rate(item.id, Rating.AGAIN, 5)
        clock.forward(seconds=1)
    clock.forward(minutes=5)

    assert names(learner.today().due) == ["one/a", "two/a", "one/b", "two/b", "one/c"]


def test_new_items_come_between_the_due_ones(learner_with: Callable[..., Learner], clock: Clock) -> None:
    learner = learner_with(lessons(("one", FIRST, ()), ("two", SECOND, ())))
    for item in FIRST:
        learner.rate(item.id, Rating.AGAIN, 5)
    clock.forward(minutes=5)

    assert names(learner.queue()) == ["one/a", "two/a", "one/b", "two/b", "one/c"]
