"""Where several students may count as one, a sentence names the folder and what to do; usual folders are no reason."""

from pathlib import Path

import pytest

from quizapp.classroom.grading.submissions.collecting import collect
from quizapp.classroom.grading.submissions.doubts import doubts
from quizapp.classroom.grading.submissions.handed_in import Unusable
from quizapp.classroom.grading.submissions.tickets import Ticket
from quizapp.packs.model import Pack
from tests.classroom.grading.sample import class_of, hand_in


def said_of(tmp_path: Path, pack: Pack, *names: str) -> list[str]:
    of_class = class_of(hand_in(tmp_path / "class", dict.fromkeys(names, "y = 1\n")), pack)
    tickets = [
        Ticket(each.student, each.item, each.source, "key", each.work if isinstance(each.work, Unusable) else None)
        for each in collect(of_class)
    ]
    return [str(says) for says in doubts(tickets, of_class)]


def test_differently_named_folders_with_one_exercise_are_told(tmp_path: Path, pack: Pack) -> None:
    said = said_of(tmp_path, pack, "a/ann/double.py", "a/bob/double.py", "b/cem/double.py", "dee/double.py")

    assert [
        "a counts as one student, with work for the same exercise in ann, bob. If those are students, move them up out "
        f"of the folder {tmp_path / 'class' / 'a'}, or grade that folder as a class of its own."
    ] == said


@pytest.mark.parametrize(
    "names",
    [
        ["ann/double.py", "ann/old/double.py", "ann/my ideas/double.py", "bob/double.py"],
        ["ann/homework 1/double.py", "ann/homework 2/double.py", "bob/double.py"],
        ["ann/first/double.py", "ann/double/exercise.py", "bob/double.py"],
        ["ann/ideas/double.py", "ann/other stuff/halve.py", "bob/double.py"],
        ["ann/ideas/double.py", "ann/ideas/more ideas/double.py", "bob/double.py"],
        ["ann__double.py", "bob__double.py"],
        ["ann/double.py", "ann/double_2.py", "ann/double (final).py"],
    ],
)
def test_what_one_student_may_have_is_not(names: list[str], tmp_path: Path, pack: Pack) -> None:
    assert [] == said_of(tmp_path, pack, *names)


def test_of_a_class_of_one_the_names_of_files_tell(tmp_path: Path, pack: Pack) -> None:
    (says,) = said_of(tmp_path, pack, "all/double_ann.py", "all/double_bob.py")

    assert says.startswith("all counts as one student, with work for the same exercise in double_ann, double_bob.")


def test_exercises_that_are_taken_for_students_are_told(tmp_path: Path, pack: Pack) -> None:
    assert [
        "Taken for students, though lessons or exercises are called so: double, halve. Name a folder that holds a "
        "folder for each student."
    ] == said_of(tmp_path, pack, "double/exercise.py", "halve/exercise.py")


def test_a_class_in_many_sections_is_told_in_a_few_sentences(tmp_path: Path, pack: Pack) -> None:
    names = [f"{section}/{name}/double.py" for section in "abcdefg" for name in ("ann", "bob")]

    said = said_of(tmp_path, pack, *names)

    assert (6, "More that look like several students in one folder: 2.") == (len(said), said[-1])
