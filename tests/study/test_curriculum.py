from pathlib import Path

from quizapp.packs.model import Item, Lesson, Pack
from quizapp.study.curriculum import curriculum_of
from quizapp.study.standing import StepKind
from tests.study.sample import card, exercise, question, text


def lesson(lesson_id: str, *items: Item, needs: tuple[str, ...] = ()) -> Lesson:
    return Lesson(id=lesson_id, title=text("l"), summary=text("s"), items=items, needs=needs)


def pack_of(pack_id: str, *lessons: Lesson) -> Pack:
    return Pack(id=pack_id, version="1", title=text("p"), folder=Path(), language="en", lessons=lessons)


def test_items_come_in_the_order_of_packs_and_lessons() -> None:
    packs = (
        pack_of("q", lesson("m", card("q/m/b"), card("q/m/a")), lesson("l", card("q/l/c"))),
        pack_of("p", lesson("l", card("p/l/a"))),
    )

    curriculum = curriculum_of(packs)

    assert curriculum.items == ("q/m/b", "q/m/a", "q/l/c", "p/l/a")
    assert [curriculum.places[item].number for item in curriculum.items] == [0, 1, 2, 3]
    assert curriculum.packs == packs


def test_an_item_that_two_packs_hold_belongs_to_the_first() -> None:
    curriculum = curriculum_of((pack_of("p", lesson("l", card("p/l/a"))), pack_of("q", lesson("m", card("p/l/a")))))

    assert curriculum.places["p/l/a"].lesson == ("p", "l")
    assert curriculum.lessons == {("p", "l"): ("p/l/a",), ("q", "m"): ()}


def test_the_kind_of_an_item_is_the_kind_of_step_that_it_takes() -> None:
    items = (card("p/l/a"), question("p/l/b"), exercise("p/l/c"))

    places = curriculum_of((pack_of("p", lesson("l", *items)),)).places

    assert [places[item.id].kind for item in items] == [StepKind.CARD, StepKind.QUESTION, StepKind.EXERCISE]


def test_needs_are_lessons_of_the_same_pack() -> None:
    curriculum = curriculum_of((pack_of("p", lesson("l"), lesson("m", needs=("l",))), pack_of("q", lesson("l"))))

    assert curriculum.needs == {("p", "l"): (), ("p", "m"): (("p", "l"),), ("q", "l"): ()}


def test_concepts_are_practised_by_cards_and_questions() -> None:
    items = (card("p/l/a", "view"), question("p/l/b", "view", "stride"), exercise("p/l/c", "view"), card("p/l/d"))

    curriculum = curriculum_of((pack_of("p", lesson("l", *items)),))

    assert curriculum.practising == {("p", "view"): ("p/l/a", "p/l/b"), ("p", "stride"): ("p/l/b",)}
    assert curriculum.concepts == {"p/l/a": (("p", "view"),), "p/l/b": (("p", "view"), ("p", "stride"))}
