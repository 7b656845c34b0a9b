from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.mixing import in_turn, mixed

LESSONS = {"a1": "a", "a2": "a", "a3": "a", "b1": "b", "c1": "c", "c2": "c"}


def test_lessons_take_turns_and_each_keeps_its_order() -> None:
    assert in_turn(["a1", "a2", "a3", "b1", "c1", "c2"], LESSONS.__getitem__) == ("a1", "b1", "c1", "a2", "c2", "a3")


def test_the_lesson_that_waits_longest_begins() -> None:
    assert in_turn(["c2", "a1", "b1", "a2"], LESSONS.__getitem__) == ("c2", "a1", "b1", "a2")


def test_new_items_are_spread_over_the_due_ones() -> None:
    assert mixed("1234567", "AB") == ("1", "2", "3", "A", "4", "5", "B", "6", "7")


def test_what_is_due_begins_and_what_is_new_alone_stays_as_it_is() -> None:
    assert mixed("1", "ABC") == ("1", "A", "B", "C")
    assert mixed("", "ABC") == ("A", "B", "C")
    assert mixed("12", "") == ("1", "2")


lessons = st.dictionaries(st.text(min_size=1), st.integers(0, 4), max_size=40)


@given(lessons)
def test_turns_hold_every_item_once_and_no_lesson_twice_while_another_waits(lessons: dict[str, int]) -> None:
    turns = in_turn(lessons, lessons.__getitem__)

    assert sorted(turns) == sorted(lessons)
    for place, item in enumerate(turns[1:], 1):
        if lessons[item] == lessons[turns[place - 1]]:
            assert {lessons[left] for left in turns[place:]} == {lessons[item]}


@given(st.lists(st.integers(0, 99), max_size=50), st.lists(st.integers(100, 199), max_size=50))
def test_mixing_keeps_both_orders(due: list[int], new: list[int]) -> None:
    together = mixed([str(each) for each in due], [str(each) for each in new])

    assert [int(each) for each in together if int(each) < 100] == due
    assert [int(each) for each in together if int(each) >= 100] == new
