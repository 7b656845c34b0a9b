"""What is said of a look at the code."""

from dataclasses import replace

from quizapp.desktop.pages.exercise.live_model import Hindrance, LiveState
from quizapp.desktop.pages.exercise.live_words import notes_of, step_note, steps_words
from quizapp.desktop.widgets.editor.notes import Note
from quizapp.sandbox.messages import Part, RunError
from quizapp.sandbox.observation import TensorSeen, Whole
from quizapp.sandbox.trace import LineSeen, MadeSeen, StepSeen, TraceSeen
from quizapp.wording import Wording

ENGLISH = Wording("en")
X = MadeSeen("x", TensorSeen(dtype="float32", shape=(3, 4), stride=(4, 1), storage=1, identity=1))
Y = MadeSeen("y", TensorSeen(dtype="float32", shape=(4, 3), stride=(1, 4), contiguous=False, storage=1, identity=2))
N = MadeSeen("n", Whole("7"))
TRACE = TraceSeen(
    lines=(LineSeen(line=1, times=1, made=(X,)), LineSeen(line=2, times=5, made=(Y, N)), LineSeen(line=4, times=1)),
    steps=(StepSeen(line=1, made=(X,)), StepSeen(line=2, made=(Y, N))),
)
STATE = LiveState(is_on=True, trace=TRACE, is_current=True)


def test_each_line_that_made_something_has_a_note_and_its_tool_tip_lists_what() -> None:
    assert notes_of(STATE, ENGLISH) == (
        Note(line=1, text="x (3, 4) f32", tip="x (3, 4) f32"),
        Note(
            line=2,
            text="y (4, 3) f32 strided view of x  n = 7  ×5",
            tip="y (4, 3) f32 strided view of x  n = 7  ×5\ny (4, 3) f32 strided view of x\nn = 7",
        ),
    )


def test_notes_of_a_step_know_only_what_ran_by_then() -> None:
    first, second = (notes_of(replace(STATE, steps=steps), ENGLISH) for steps in (1, 2))

    assert [note.line for note in first] == [1]
    assert [note.text for note in second] == ["x (3, 4) f32", "y (4, 3) f32 strided view of x  n = 7"]


def test_what_was_raised_stands_at_its_line_in_the_end() -> None:
    error = RunError(part=Part.CODE, type_name="ValueError", message="no\nnever", line=2)
    state = replace(STATE, error=error)

    assert notes_of(state, ENGLISH)[1:] == (Note(line=2, text="ValueError: no", tip="no\nnever", is_bad=True),)
    assert not any(note.is_bad for note in notes_of(replace(state, steps=2), ENGLISH))


def test_an_error_of_the_exercise_itself_is_not_the_learners() -> None:
    error = RunError(part=Part.GIVEN, type_name="ValueError", message="no", line=2)

    assert not any(note.is_bad for note in notes_of(replace(STATE, error=error), ENGLISH))


def test_the_place_in_the_run_is_said() -> None:
    states = (
        STATE,
        replace(STATE, steps=2),
        replace(STATE, hindrance=Hindrance.SLOW),
        replace(STATE, hindrance=Hindrance.BROKE_OFF),
        LiveState(is_on=True),
    )

    assert [steps_words(state, ENGLISH) for state in states] == [
        "All 2 steps",
        "Step 2 of 2 · line 2",
        "Runs too long to show shapes",
        "Broke off before its shapes were known",
        "No steps yet",
    ]


def test_a_step_says_what_its_line_made() -> None:
    assert (step_note(STATE, ENGLISH), step_note(replace(STATE, steps=1), ENGLISH)) == ("", "Line 1: x (3, 4) f32")
