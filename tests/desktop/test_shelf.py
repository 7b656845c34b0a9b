from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from quizapp.desktop.shelf import Shelf
from tests.desktop.desk import BASICS, EXERCISE, FREEZING, VIEWS


def test_an_item_its_lesson_and_its_pack_are_found_by_the_item_s_id(qtbot: QtBot) -> None:
    shelf = Shelf((BASICS,))

    assert (shelf.find(EXERCISE.id), shelf.lesson_of(EXERCISE.id), shelf.pack_of(EXERCISE.id)) == (
        EXERCISE,
        FREEZING,
        BASICS,
    )


def test_what_no_pack_has_is_not_found(qtbot: QtBot) -> None:
    shelf = Shelf((BASICS,))

    assert (shelf.find("no/such/item"), shelf.lesson_of("no/such/item"), shelf.pack_of("no/such/item")) == (None,) * 3


def test_other_packs_are_told_of_and_found_in(qtbot: QtBot) -> None:
    shelf = Shelf((BASICS,))
    other = replace(BASICS, lessons=(VIEWS,))

    with qtbot.waitSignal(shelf.changed):
        shelf.show((other,))

    assert (shelf.packs, shelf.find(EXERCISE.id)) == ((other,), None)


def test_the_same_packs_again_are_not_told_of(qtbot: QtBot) -> None:
    shelf = Shelf((BASICS,))

    with qtbot.assertNotEmitted(shelf.changed):
        shelf.show((BASICS,))


def test_where_two_packs_have_the_same_id_the_first_is_found(qtbot: QtBot) -> None:
    renamed = replace(BASICS, version="2")

    assert Shelf((BASICS, renamed)).pack_of(EXERCISE.id) is BASICS
