from collections.abc import Callable

import pytest

from quizapp.study.entries import Noted
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import ItemState
from tests.study.sample import card

A, B = "p/l/a", "p/l/b"


@pytest.fixture
def learner(learner_of: Callable[..., Learner]) -> Learner:
    return learner_of(card(A), card(B))


def test_a_note_stays_with_its_item(learner: Learner, learner_of: Callable[..., Learner]) -> None:
    learner.set_note(A, "Rows *first*")

    again = learner_of(card(A))
    assert (again.note(A), again.note(B), dict(again.notes())) == ("Rows *first*", "", {A: "Rows *first*"})


def test_a_new_note_takes_the_place_of_the_one_before(learner: Learner) -> None:
    learner.set_note(A, "one")
    learner.set_note(A, "two")

    assert learner.note(A) == "two"
    learner.undo()
    assert learner.note(A) == "one"


def test_an_empty_note_is_none(learner: Learner) -> None:
    learner.set_note(A, "one")

    learner.set_note(A, "")

    assert learner.notes() == {}


def test_the_same_note_again_writes_nothing(learner: Learner, journal: Journal) -> None:
    for text in ("one", "one", ""):
        learner.set_note(A, text)
    learner.set_note(A, "")

    assert [row.entry for row in journal.entries()] == [Noted(item=A, text="one"), Noted(item=A, text="")]


def test_a_note_does_not_begin_an_item(learner: Learner) -> None:
    before = learner.today()

    learner.set_note(A, "one")

    assert (learner.state(A), learner.today()) == (ItemState.NEW, before)


def test_half_of_a_surrogate_pair_is_kept_as_a_question_mark(learner: Learner) -> None:
    learner.set_note(A, "one\ud83d")

    assert learner.note(A) == "one?"
