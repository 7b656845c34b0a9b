"""Who handed a file in and for which exercise is told by its path."""

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.classroom.grading.submissions.handed_in import Student
from quizapp.classroom.grading.submissions.naming import Unnamed, header_word, named_by_word, named_in_path, signed
from quizapp.packs.model import Exercise, Text

NOTHING = Text("en", {"en": ""})


def exercise(name: str) -> Exercise:
    return Exercise(id=f"pack/{name}", folder=Path(), title=NOTHING, prompt=NOTHING, starter="", solution="", checks=())


ITEMS = [exercise(name) for name in ("views/reshape", "views/reshape-back", "tensors/cut", "views/cut")]


@pytest.mark.parametrize(
    ("path", "student", "rest"),
    [
        ("ann/x.py", Student("ann"), "x.py"),
        ("Ann Lee/deep/er/x.py", Student("Ann Lee"), "deep/er/x.py"),
        ("ann__x.py", Student("ann"), "x.py"),
        ("ann.jsonl", Student("ann"), ""),
        ("Ann Lee_4242_assignsubmission_file_/x.py", Student("Ann Lee", "4242"), "x.py"),
        ("Ann Lee_4242_assignsubmission_file/x.py", Student("Ann Lee", "4242"), "x.py"),
        ("Ann Lee_4242_assignsubmission_file_x.py", Student("Ann Lee", "4242"), "x.py"),
        ("leeann_123_4567_x.py", Student("leeann", "123"), "x.py"),
        ("leeann_LATE_123_4567_x.py", Student("leeann", "123"), "x.py"),
        ("a\u202eb/x.py", Student("a\\u202eb"), "x.py"),
    ],
)
def test_a_path_names_its_student(path: str, student: Student, rest: str) -> None:
    found = signed(PurePosixPath(path))

    assert (student, rest) == (found.student, found.rest)


@pytest.mark.parametrize(
    ("rest", "item"),
    [
        ("reshape.py", "pack/views/reshape"),
        ("reshape/exercise.py", "pack/views/reshape"),
        ("Homework 3/RESHAPE_back (final).py", "pack/views/reshape-back"),
        ("pack__views__reshape.py", "pack/views/reshape"),
        ("tensors/cut/exercise.py", "pack/tensors/cut"),
        ("views_cut.py", "pack/views/cut"),
    ],
)
def test_a_path_names_its_exercise(rest: str, item: str) -> None:
    assert item == named_in_path(rest, ITEMS)


@pytest.mark.parametrize(
    ("rest", "says"),
    [
        ("cut.py", "Its name fits pack/tensors/cut, pack/views/cut; put the lesson's name before it."),
        ("reshaped.py", "Its name tells no exercise of the pack; name it LESSON/EXERCISE.py."),
        ("", "Its name tells no exercise of the pack; name it LESSON/EXERCISE.py."),
    ],
)
def test_a_path_that_names_none_or_two_is_told(rest: str, says: str) -> None:
    with pytest.raises(Unnamed, match=says.split(";")[0]):
        named_in_path(rest, ITEMS)


def test_the_only_exercise_need_not_be_named() -> None:
    assert "pack/views/reshape" == named_in_path("mine.py", ITEMS[:1])


def test_a_comment_near_the_top_names_an_exercise() -> None:
    assert "views/cut" == header_word("import torch\n#  quizapp: views/cut\n")
    assert None is header_word("import torch\n# views/cut\n")
    assert ["pack/views/cut"] * 2 == [named_by_word(word, ITEMS) for word in ("views/cut", "pack/views/cut")]


def test_a_comment_that_names_no_item_is_told() -> None:
    with pytest.raises(Unnamed, match="It names cut, which is no item of this pack"):
        named_by_word("cut", ITEMS)


@given(st.text(max_size=60))
def test_any_path_has_a_student_that_can_be_shown(name: str) -> None:
    path = PurePosixPath(name.replace("\0", "").lstrip("/") or "x")
    student = signed(path).student

    assert student.name.encode() and "\x1b" not in student.name
