from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.packs.model import Item, Lesson, Pack
from quizapp.study.entries import QuizBegun
from quizapp.study.quizzes.choosing import (
    EXERCISE,
    KINDS,
    Choice,
    begin,
    begin_with_missed,
    choose,
    fitting,
    last_choice,
)
from quizapp.study.quizzes.quiz import When
from tests.study.quizzes.sample import quiz, told
from tests.study.sample import card, exercise, question, text


def lesson(name: str, *items: Item) -> Lesson:
    return Lesson(id=name, title=text(name), summary=text(""), items=items)


def questions(lesson_name: str, count: int) -> tuple[Item, ...]:
    return tuple(question(f"p/{lesson_name}/{number}") for number in range(count))


def pack_of(*lessons: Lesson) -> Pack:
    return Pack(id="p", version="1", title=text("p"), folder=Path(), language="en", lessons=lessons)


PACK = pack_of(
    lesson("a", card("p/a/card"), *questions("a", 9)),
    lesson("b", *questions("b", 2), exercise("p/b/x")),
    lesson("c", card("p/c/card")),
)
ALL = frozenset({"p/a", "p/b", "p/c"})


def test_a_card_does_not_fit_and_a_lesson_of_cards_is_not_there() -> None:
    found = fitting((PACK,), Choice(lessons=ALL))

    assert {"p/a": 9, "p/b": 3} == {lesson: len(items) for lesson, items in found.items()}


def test_only_the_chosen_lessons_and_kinds_fit() -> None:
    assert {"p/b": ("p/b/x",)} == fitting((PACK,), Choice(lessons=ALL, kinds=frozenset({EXERCISE})))
    assert {} == fitting((PACK,), Choice(lessons=frozenset({"p/a"}), kinds=frozenset({EXERCISE})))


def test_the_items_are_spread_over_the_lessons() -> None:
    asked = choose((PACK,), Choice(lessons=ALL, count=6), Random(1))

    assert [3, 3] == [sum(item.startswith(f"p/{name}/") for item in asked) for name in "ab"]


def test_the_same_state_of_chance_chooses_the_same_items() -> None:
    choice = Choice(lessons=ALL, count=5)

    assert choose((PACK,), choice, Random(7)) == choose((PACK,), choice, Random(7))
    assert choose((PACK,), choice, Random(7)) != choose((PACK,), choice, Random(8))


@given(st.lists(st.integers(0, 6), max_size=5), st.integers(0, 20), st.integers())
def test_as_many_as_wanted_each_once_and_no_lesson_twice_as_often_as_it_must(
    sizes: list[int], count: int, seed: int
) -> None:
    pack = pack_of(*(lesson(f"l{number}", *questions(f"l{number}", size)) for number, size in enumerate(sizes)))
    lessons = frozenset(f"p/l{number}" for number in range(len(sizes)))

    asked = choose((pack,), Choice(lessons=lessons, count=count), Random(seed))

    taken = [sum(item.startswith(f"p/l{number}/") for item in asked) for number in range(len(sizes))]
    assert (min(count, sum(sizes)), len(asked)) == (len(asked), len(set(asked)))
    # A lesson lags behind another only if it has no more.
    assert all(had == has or had >= max(taken) - 1 for had, has in zip(taken, sizes, strict=True))


def test_a_quiz_of_nothing_is_not_begun() -> None:
    assert begin((PACK,), Choice(lessons=frozenset({"p/c"})), Random(1)) is None


def test_a_quiz_of_all_lessons_names_none() -> None:
    begun = begin((PACK,), Choice(lessons=ALL, seconds=300.0, feedback=When.AT_THE_END, counts=True), Random(1))

    assert isinstance(begun, QuizBegun)
    assert begun.item.startswith("quiz/")
    assert (300.0, "at_the_end", True, ()) == (begun.seconds, begun.feedback, begun.counts, begun.lessons)


def test_a_quiz_of_some_lessons_names_them() -> None:
    begun = begin((PACK,), Choice(lessons=frozenset({"p/a"})), Random(1))

    assert begun is not None
    assert ("p/a",) == begun.lessons


@pytest.mark.parametrize(("limit", "cut"), [(600.0, 120.0), (100.0, 60.0), (None, None)])
def test_missed_ones_are_asked_again_under_the_same_conditions_in_their_share_of_the_time(
    limit: float | None, cut: float | None
) -> None:
    items = tuple(f"p/a/{number}" for number in range(5))
    before = quiz(*items, seconds=limit, feedback="at_the_end", counts=True)

    again = begin_with_missed(before, items[:1])

    assert again.item != before.id
    assert (items[:1], cut, "at_the_end", True) == (again.items, again.seconds, again.feedback, again.counts)


def test_every_kind_of_question_and_exercises_can_be_asked() -> None:
    assert 9 == len(KINDS)


def test_what_was_chosen_last_is_offered_again() -> None:
    choice = Choice(
        lessons=frozenset({"p/b"}),
        kinds=frozenset({EXERCISE, "number"}),
        count=40,
        seconds=300.0,
        feedback=When.AT_THE_END,
        counts=True,
    )
    begun = begin((PACK,), choice, Random(1))

    assert begun is not None
    assert choice == last_choice((told(begun),), ALL)


def test_a_quiz_of_missed_items_does_not_change_what_is_offered() -> None:
    choice = Choice(lessons=frozenset({"p/a"}), count=7, seconds=600.0)
    begun = begin((PACK,), choice, Random(1))
    assert begun is not None
    before = told(begun)

    assert choice == last_choice((told(begin_with_missed(before, before.items[:1])), before), ALL)


def test_without_a_quiz_before_everything_is_offered() -> None:
    assert Choice(lessons=ALL) == last_choice((), ALL)


def test_lessons_that_are_gone_are_not_offered() -> None:
    begun = begin((PACK,), Choice(lessons=frozenset({"p/a", "p/b"}), count=3), Random(1))
    assert begun is not None

    assert frozenset({"p/b"}) == last_choice((told(begun),), {"p/b", "p/c"}).lessons
    assert frozenset({"p/c"}) == last_choice((told(begun),), {"p/c"}).lessons
