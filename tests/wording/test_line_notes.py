"""Notes beside lines: short, and in the reader's language where they have words."""

import pytest

from quizapp.sandbox.observation import (
    ArraySeen,
    Mapping,
    ModuleSeen,
    Observation,
    OptimizerSeen,
    Real,
    Sequence,
    SubmoduleSeen,
    TensorSeen,
    Truth,
    Whole,
    Words,
)
from quizapp.sandbox.trace import LineSeen, MadeSeen, TraceSeen
from quizapp.wording import Wording
from quizapp.wording.line_notes import WIDEST, line_note, trace_note

ENGLISH = Wording("en")
NET = ModuleSeen(
    type_name="Net", training=True, submodules=(SubmoduleSeen("", "Net", True),), parameters=(), buffers=()
)


def note_of(value: Observation, name: str = "x", times: int = 1) -> str:
    return line_note(LineSeen(line=1, times=times, made=(MadeSeen(name, value),)), ENGLISH)


def matrix(**more: object) -> TensorSeen:
    return TensorSeen(**{"dtype": "float32", "shape": (3, 4), **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "note"),
    [
        (matrix(), "x (3, 4) f32"),
        (matrix(shape=(), dtype="bfloat16"), "x () bf16"),
        (matrix(dtype="bool"), "x (3, 4) bool"),
        (matrix(contiguous=False), "x (3, 4) f32 strided"),
        (matrix(layout="sparse_coo", contiguous=False), "x (3, 4) f32 sparse_coo"),
        (matrix(device="meta"), "x (3, 4) f32 meta"),
        (matrix(requires_grad=True), "x (3, 4) f32 grad"),
        (matrix(is_parameter=True, requires_grad=True), "x (3, 4) f32 param"),
        (matrix(is_parameter=True), "x (3, 4) f32 frozen"),
        (ArraySeen(dtype="float64", shape=(2,)), "x (2,) f64 array"),
        (Whole("3"), "x = 3"),
        (Real((0.25).hex()), "x = 0.25"),
        (Truth(True), "x = True"),
        (Words("a" * 50), "x = '" + "a" * 28 + "…"),
        (Sequence("list", 12, ()), "x [12]"),
        (Sequence("tuple", 2, (Whole("3"), Whole("4"))), "x = (3, 4)"),
        (Sequence("list", 0, ()), "x [0]"),
        (Mapping("dict", 3, ()), "x dict[3]"),
        (NET, "x Net"),
        (OptimizerSeen(type_name="Adam", groups=()), "x Adam"),
    ],
)
def test_a_note_says_name_and_value(value: Observation, note: str) -> None:
    assert note_of(value) == note


def test_what_was_returned_has_no_equals_sign() -> None:
    assert (note_of(Whole("3"), "return"), note_of(matrix(), "return")) == ("return 3", "return (3, 4) f32")


def test_a_line_that_ran_again_says_how_often() -> None:
    assert note_of(Whole("3"), times=5) == "x = 3  ×5"


def test_a_line_that_made_nothing_has_no_note() -> None:
    assert line_note(LineSeen(line=1, times=5), ENGLISH) == ""


def test_a_note_has_an_end() -> None:
    made = tuple(MadeSeen(f"name{i}", matrix()) for i in range(20))

    assert len(line_note(LineSeen(line=1, times=1, made=made), ENGLISH)) == WIDEST


def sharing(scope: int = 0, identity: int = 2) -> tuple[LineSeen, TraceSeen]:
    first = LineSeen(line=1, times=1, made=(MadeSeen("x", matrix(storage=0, identity=1)),))
    second = LineSeen(line=2, times=1, scope=scope, made=(MadeSeen("y", matrix(storage=0, identity=identity)),))
    return second, TraceSeen(lines=(first, second))


def test_a_view_names_what_it_views() -> None:
    line, trace = sharing()

    assert line_note(line, ENGLISH, trace) == "y (3, 4) f32 view of x"


def test_the_same_object_is_named() -> None:
    line, trace = sharing(identity=1)

    assert line_note(line, ENGLISH, trace) == "y (3, 4) f32 is x"


def test_names_of_another_function_are_not_named() -> None:
    line, trace = sharing(scope=1)

    assert line_note(line, ENGLISH, trace) == "y (3, 4) f32"


def test_only_a_trace_that_was_cut_off_has_a_note() -> None:
    lines = (LineSeen(line=1, times=4), LineSeen(line=2, times=3))

    assert trace_note(TraceSeen(lines=lines), ENGLISH) is None
    assert trace_note(TraceSeen(lines=lines, cut=True), ENGLISH) == (
        "This ran too long to be followed to its end: the notes are of the first 7 lines."
    )
