"""The students' folders may lie one folder deeper than was said; what is a student's own folder is none that wraps."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.classroom.grading.submissions.collecting import collect
from quizapp.classroom.grading.submissions.wrapping import unwrapped
from quizapp.packs.model import Pack
from tests.classroom.grading.sample import class_of, hand_in


def folder_of(tmp_path: Path, names: Iterable[str]) -> Path:
    return hand_in(tmp_path / "class", dict.fromkeys(names, "y = 1\n"))


def graded_folder(folder: Path, pack: Pack, *only: str) -> str:
    found = unwrapped(class_of(folder, pack, only=only)).of_class.folder
    return found.relative_to(folder).as_posix()


@pytest.mark.parametrize(
    ("names", "inside"),
    [
        (["x/ann/double.py", "x/bob/double.py"], "x"),
        (["x/ann/double.py", "x/bob/first/double.py", "x/cem/notes.txt"], "x"),
        (["x/ann/double.py", "x/bob/double.py", "__MACOSX/x/ann/._double.py", ".DS_Store"], "x"),
        (["x/ann/double.py", "x/bob/double.py", "x.zip", "names.csv", "x/README.md"], "x"),
        (["homework 3/homework 3/ann/double.py", "homework 3/homework 3/bob/double.py"], "homework 3/homework 3"),
        (["x/y/ann/double.py", "x/y/bob/double.py"], "x/y"),
        (["submissions/leeann_123_4567_double.py", "submissions/kimbo_LATE_124_4568_double-1.py"], "submissions"),
        (["submissions/leeann_123_4567_double.py"], "submissions"),
        (["x/Ann Lee_42_assignsubmission_file_/double.py", "x/Bo Kim_43_assignsubmission_file_/halve.py"], "x"),
        (["x/Ann Lee_42_assignsubmission_file_double.py", "x/Bo Kim_43_assignsubmission_file_halve.py"], "x"),
        (["x/ann__double.py", "x/bob__double.py"], "x"),
        (["x/ann.jsonl", "x/bob.jsonl"], "x"),
        (["x/ann/mine.jsonl", "x/bob.jsonl"], "x"),
        (["homework/ann/double.py"], "homework"),
        (["x/ann-hw1/double.py", "x/bob-hw1/double.py"], "x"),
        (["x/20230145/double.py", "x/20230146/double.py"], "x"),
        (["作业/张三/double.py", "作业/李四/double.py"], "作业"),
        (["double/ann/double.py", "double/bob/double.py"], "double"),
    ],
)
def test_a_folder_around_the_class_is_gone_through(names: list[str], inside: str, tmp_path: Path, pack: Pack) -> None:
    assert inside == graded_folder(folder_of(tmp_path, names), pack)


@pytest.mark.parametrize(
    "names",
    [
        ["ann/double.py", "bob/double.py"],
        ["ann/double.py"],
        ["ann/double.py", "ann/halve.py"],
        ["ann/double/exercise.py", "ann/halve/exercise.py"],
        ["ann/first/double.py", "ann/homework 2/halve.py"],
        ["ann/attempt1/double.py", "ann/attempt2/double.py", "ann/final version/double.py"],
        ["ann/2026-03-01/double.py", "ann/2026-03-08/double.py"],
        ["ann/1/double.py", "ann/2/double.py"],
        ["ann/第一周作业/double.py", "ann/第2周/double.py"],
        ["ann/first__double.py", "ann/first__halve.py"],
        ["ann/laptop.jsonl", "ann/desktop.jsonl"],
        ["ann/double.py", "ann/torch things/double.py", "ann/other ideas/double.py"],
        ["ann/torch things/double.py"],
        ["Ann Lee_42_assignsubmission_file_/mine/double.py", "Ann Lee_42_assignsubmission_file_/bob/double.py"],
        ["x/ann/double.py", "x/bob/double.py", "cem/double.py"],
        ["x/ann/double.py", "x/bob/double.py", "cem__double.py"],
        ["ann/notes.txt"],
        ["x/y/z.txt"],
        [],
    ],
)
def test_what_may_be_a_students_own_folder_is_left_as_it_is(names: list[str], tmp_path: Path, pack: Pack) -> None:
    (tmp_path / "class").mkdir()

    assert "." == graded_folder(folder_of(tmp_path, names), pack)


def test_files_that_only_their_students_name_are_a_class_where_one_exercise_is_asked(
    tmp_path: Path, pack: Pack
) -> None:
    folder = folder_of(tmp_path, ["x/ann.py", "x/bob.py"])

    assert (".", "x") == (graded_folder(folder, pack), graded_folder(folder, pack, "double"))


def test_what_was_gone_through_is_said(tmp_path: Path, pack: Pack) -> None:
    folder = folder_of(tmp_path, ["x/ann/double.py", "x/bob/double.py", "x/cem.zip"])

    found = unwrapped(class_of(folder, pack))

    assert [
        f"{folder} holds nothing but the folder x, and that holds the class: x is graded.",
        "These are packed, and so not looked into: cem.zip. Unpack each into a folder of its student.",
    ] == [str(says) for says in found.notices]


def test_a_class_of_packed_files_is_told_and_what_is_unpacked_beside_them_is_not(tmp_path: Path, pack: Pack) -> None:
    folder = folder_of(tmp_path, ["ann.zip", "bob.tar.gz", "cem.zip", "cem/double.py"])

    assert [
        "These are packed, and so not looked into: ann.zip, bob.tar.gz. Unpack each into a folder of its student."
    ] == [str(says) for says in unwrapped(class_of(folder, pack)).notices]


def test_an_earlier_report_beside_the_class_is_nobodys(tmp_path: Path, pack: Pack) -> None:
    written = [f"first try/{name}" for name in ("progress.jsonl", "report.html", "table.csv", "table.json")]
    folder = folder_of(tmp_path, ["x/ann/double.py", "x/bob/double.py", *written])

    assert "x" == graded_folder(folder, pack)


def test_a_link_is_not_gone_through(tmp_path: Path, pack: Pack) -> None:
    folder_of(tmp_path, ["x/ann/double.py", "x/bob/double.py"])
    (tmp_path / "linked").mkdir()
    (tmp_path / "linked" / "x").symlink_to(tmp_path / "class" / "x")

    assert "." == graded_folder(tmp_path / "linked", pack)


STUDENTS = st.lists(
    st.sampled_from(["ann", "Bo Kim", "李四", "s123456", "o'neil", "de la cruz"]), min_size=2, unique=True
)
AROUND = st.lists(st.sampled_from(["x", "Homework 3", "提交", "2026", "class a"]), max_size=3)
FILES = st.sampled_from(["double.py", "first/double.py", "double/exercise.py", "old/double.py"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(STUDENTS, AROUND, FILES, st.booleans())
def test_however_many_folders_lie_around_a_class_its_students_are_the_same(
    tmp_path_factory: pytest.TempPathFactory, pack: Pack, students: list[str], around: list[str], file: str, mac: bool
) -> None:
    names = ["/".join((*around, student, file)) for student in students]
    folder = folder_of(tmp_path_factory.mktemp("any"), [*names, *(["__MACOSX/x"] if mac else [])])

    of_class = unwrapped(class_of(folder, pack)).of_class

    assert sorted(students) == sorted(handed.student.name for handed in collect(of_class))


PARTS = st.sampled_from(["ann", "bob", "x", "old", "double", "homework 1", "a_1_assignsubmission_file_", "c__d", "__"])
ENDS = st.sampled_from(["double.py", "x.py", "mine.ipynb", "bob_12_34_halve.py", "ann__double.py", "q.jsonl", "r.txt"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(
    st.sets(st.tuples(st.lists(PARTS, max_size=3), ENDS).map(lambda each: "/".join((*each[0], each[1]))), max_size=6)
)
def test_whatever_lies_in_a_folder_no_work_is_lost(
    tmp_path_factory: pytest.TempPathFactory, pack: Pack, names: set[str]
) -> None:
    folder = tmp_path_factory.mktemp("any") / "class"
    folder.mkdir()
    hand_in(folder, dict.fromkeys(names, "y = 1\n"))

    of_class = unwrapped(class_of(folder, pack)).of_class

    found = {(of_class.folder / handed.source).relative_to(folder).as_posix() for handed in collect(of_class)}
    assert {name for name in names if not name.endswith(".txt")} <= found
