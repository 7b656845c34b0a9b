from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from quizapp.desktop.pages.quiz.model import (
    Came,
    begin_quiz,
    cards_to_read,
    count_fitting,
    end_quiz,
    from_detail,
    kinds_offered,
    look_at_quizzes,
    offers,
    repeat_missed,
    result_lines,
    to_detail,
    to_repeat,
)
from quizapp.packs.model import Lesson, Pack
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.quizzes.choosing import EXERCISE, Choice
from tests.study.quizzes.sample import answered, begun, ended, told
from tests.study.sample import card, exercise, question, text

A, B, X = question("p/l/a", "view"), question("p/l/b"), exercise("p/l/x")
READ = card("p/l/read", "view")
LESSON = Lesson(id="l", title=text("l"), summary=text(""), items=(READ, A, B, X))
CARDS = Lesson(id="cards", title=text("c"), summary=text(""), items=(card("p/cards/c"),))
PACK = Pack(id="p", version="1", title=text("p"), folder=Path(), language="en", lessons=(LESSON, CARDS))
ALL = Choice(lessons=frozenset({"p/l"}))


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    with Journal(tmp_path / "journal.sqlite") as journal:
        yield Learner(journal, (PACK,), new_per_day=5)


def test_only_lessons_with_something_to_ask_are_offered() -> None:
    (offered,) = offers((PACK,))

    assert [("p/l", {"number": 2, "exercise": 1})] == [(each.key, dict(each.kinds)) for each in offered.lessons]


def test_a_pack_of_cards_alone_is_not_offered() -> None:
    assert () == offers((Pack(id="o", version="1", title=text("o"), folder=Path(), language="en", lessons=(CARDS,)),))


def test_what_fits_is_counted() -> None:
    offered = offers((PACK,))

    assert 3 == count_fitting(offered, ALL)
    assert 1 == count_fitting(offered, Choice(lessons=ALL.lessons, kinds=frozenset({EXERCISE})))
    assert 0 == count_fitting(offered, Choice(lessons=frozenset()))
    assert {"number", EXERCISE} == kinds_offered(offered)


def test_a_quiz_that_was_begun_goes_on_until_it_is_ended(learner: Learner) -> None:
    quiz = begin_quiz(learner, (PACK,), ALL, Random(1))
    assert quiz is not None
    assert ((quiz,), ()) == (look_at_quizzes(learner, offers((PACK,))).going_on, ())

    over = end_quiz(learner, quiz)

    state = look_at_quizzes(learner, offers((PACK,)))
    assert ((), (over,), True) == (state.going_on, state.over, over.is_over)


def test_nothing_is_begun_where_nothing_fits(learner: Learner) -> None:
    assert begin_quiz(learner, (PACK,), Choice(lessons=frozenset({"p/cards"})), Random(1)) is None
    assert () == learner.entries()


def test_missed_ones_are_a_quiz_of_their_own(learner: Learner) -> None:
    quiz = begin_quiz(learner, (PACK,), ALL, Random(1))
    assert quiz is not None

    again = repeat_missed(learner, quiz, (A.id,))

    assert ((A.id,), False) == (again.items, again.id == quiz.id)


def test_each_item_of_a_quiz_has_a_line_that_says_how_it_came_out() -> None:
    over = told(begun(A.id, B.id, X.id, "p/l/gone"), answered(A.id), answered(B.id, right=False), ended(20.0))

    lines = result_lines(over, PACK.find)

    assert [Came.RIGHT, Came.WRONG, Came.OPEN, Came.OPEN] == [line.came for line in lines]
    assert [A, B, X, None] == [line.item for line in lines]


def test_what_is_gone_can_not_be_repeated() -> None:
    over = told(begun(A.id, B.id, "p/l/gone"), answered(A.id), answered(B.id, right=False), ended(20.0))

    assert (B.id,) == to_repeat(over, PACK.find)


def test_the_cards_of_an_item_s_concept_are_named() -> None:
    assert ((READ.id, READ.title),) == cards_to_read((PACK,), A, PACK.find)
    assert () == cards_to_read((PACK,), B, PACK.find)


@pytest.mark.parametrize("answer", [(0, 2), (), "(2, 3)", "中\n"])
def test_an_answer_comes_back_as_it_was_kept(answer: tuple[int, ...] | str) -> None:
    assert answer == from_detail(to_detail(answer))


@pytest.mark.parametrize("detail", ["", "[", "{}", "[1.5]", "plain"])
def test_what_is_no_answer_is_none(detail: str) -> None:
    assert from_detail(detail) is None
