"""The sentences of the exercise page."""

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from quizapp.desktop.pages.exercise.model import Activity, ExerciseState, Latest
from quizapp.desktop.pages.exercise.words import Headline, Mood, check_rows, headline, marks_in_code
from quizapp.desktop.widgets.check_rows import CheckMark, CheckRow, Detail
from quizapp.judging.verdict import Diagnosis, Finding, Verdict
from quizapp.message import message
from quizapp.packs.model import Aspect, Check, Exercise, Limits, Rule, RuleKind, Text, Variant
from quizapp.sandbox.messages import Ending, Outcome, Part, RunError
from quizapp.sandbox.observation import Whole
from quizapp.wording import Wording

ENGLISH = Wording("en")


def text(words: str) -> Text:
    return Text("en", {"en": words})


EXERCISE = Exercise(
    id="p/l/e",
    folder=Path(),
    title=text("E"),
    prompt=text("Do it."),
    starter="",
    solution="",
    checks=(Check(observe="x", says=text("`x` is one")), Check(observe="y", says=text("`y` is two"))),
    rules=(Rule(kind=RuleKind.MUST_NOT_CALL, name="clone", says=text("Do without `clone`")),),
    limits=Limits(seconds=3),
)
IDLE = ExerciseState(hints=0, activity=Activity.IDLE)
FINISHED = Outcome(ending=Ending.FINISHED)
RAISED = Outcome(
    ending=Ending.RAISED,
    error=RunError(part=Part.CODE, type_name="ValueError", message="no\nmore", line=4),
)
WRONG_X = Finding(where="x", aspect=Aspect.VALUE, expected="1", got="0", check=0)
CLONES = Finding(
    where="clone", aspect=Aspect.RULE, expected="", got="", diagnosis=Diagnosis.RULE_BROKEN, rule=0, line=2
)


def after_check(verdict: Verdict) -> ExerciseState:
    return replace(IDLE, latest=Latest.CHECK, verdict=verdict, outcome=verdict.outcome)


def after_run(outcome: Outcome) -> ExerciseState:
    return replace(IDLE, latest=Latest.RUN, outcome=outcome)


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (
            IDLE,
            Headline(Mood.QUIET, "Run shows what your code prints. Check judges the state that it leaves behind."),
        ),
        (replace(IDLE, activity=Activity.CHECKING), Headline(Mood.BUSY, "Checking…")),
        (replace(IDLE, activity=Activity.RUNNING), Headline(Mood.BUSY, "Running…")),
        (
            replace(IDLE, activity=Activity.CHECKING, waits_for_sandbox=True),
            Headline(Mood.BUSY, "Getting the sandbox ready…"),
        ),
        (after_check(Verdict(passed=True, outcome=FINISHED)), Headline(Mood.OK, "Passed: every check holds.")),
        (
            after_check(Verdict(passed=False, outcome=FINISHED, findings=(WRONG_X, WRONG_X))),
            Headline(Mood.BAD, "Not yet: 1 check fails."),
        ),
        (
            after_check(Verdict(passed=False, outcome=FINISHED, findings=(CLONES, WRONG_X))),
            Headline(Mood.BAD, "Not yet: 2 checks fail."),
        ),
        (
            after_check(Verdict(passed=False, outcome=FINISHED)),
            Headline(Mood.BAD, "Not yet: something could not be checked."),
        ),
        (
            after_check(Verdict(passed=False, outcome=RAISED, unchecked=(0, 1))),
            Headline(Mood.BAD, "Line 4: ValueError: no", line=4),
        ),
        (after_run(FINISHED), Headline(Mood.QUIET, "The code ran to its end. Check tells whether it is right.")),
        (after_run(Outcome(ending=Ending.STOPPED)), Headline(Mood.QUIET, "Stopped.")),
        (
            after_run(Outcome(ending=Ending.TIMED_OUT)),
            Headline(Mood.BAD, "Still running after 3 s, so it was stopped. Is there a loop that never ends?"),
        ),
        (
            after_run(Outcome(ending=Ending.CRASHED, line=2, exit_code=-6)),
            Headline(
                Mood.BAD,
                "Line 2 crashed the process (SIGABRT), which Python by itself hardly ever does. "
                "Look for a call that works on raw memory, such as one of ctypes. Your code is kept.",
                line=2,
            ),
        ),
        (
            replace(IDLE, latest=Latest.TROUBLE, trouble=message("No sandbox.")),
            Headline(Mood.BAD, "No sandbox."),
        ),
    ],
)
def test_the_headline_says_what_happened_last(state: ExerciseState, expected: Headline) -> None:
    assert headline(EXERCISE, state, ENGLISH) == expected


@pytest.mark.parametrize(
    ("ending", "words"),
    [
        (Ending.TIMED_OUT, "still running here"),
        (Ending.TOO_MUCH_OUTPUT, "printed too much here"),
        (Ending.CRASHED, "crashed here"),
    ],
)
def test_the_line_at_which_a_run_was_ended_is_marked(ending: Ending, words: str) -> None:
    assert marks_in_code(after_run(Outcome(ending=ending, line=2)), ENGLISH) == ((2, words),)


def test_an_error_in_given_code_has_no_line_of_the_learner() -> None:
    error = RunError(part=Part.GIVEN, type_name="ValueError", message="no", line=4)

    assert headline(EXERCISE, after_run(Outcome(ending=Ending.RAISED, error=error)), ENGLISH).line is None


def test_rows_tell_expected_and_got_once() -> None:
    verdict = Verdict(passed=False, outcome=FINISHED, findings=(WRONG_X,), unchecked=(1,))

    assert check_rows(EXERCISE, verdict, ENGLISH) == (
        CheckRow(CheckMark.FAILED, "`x` is one", (Detail("Value of `x`: expected `1`, got `0`."),)),
        CheckRow(CheckMark.NOT_REACHED, "`y` is two"),
    )


def test_a_finding_of_other_inputs_tells_them_and_whose_value_can_be_inspected() -> None:
    exercise = msgspec.structs.replace(
        EXERCISE, variants=(Variant(name="default"), Variant(name="other", inputs={"n": "3"}))
    )
    seen = Outcome(ending=Ending.FINISHED, observations={"x": Whole("0")})
    found = msgspec.structs.replace(WRONG_X, variant="other")
    verdict = Verdict(passed=False, outcome=seen, findings=(found,), runs={"default": seen, "other": seen})

    detail = check_rows(exercise, verdict, ENGLISH)[0].details[0]

    assert (detail.inputs, detail.look, detail.variant) == ("With `n = 3`:", "x", "other")


def test_sides_that_the_sentence_leaves_out_are_shown_below_it() -> None:
    copied = Finding(
        where="x",
        aspect=Aspect.SHARING,
        expected="shares memory with t",
        got="own memory",
        diagnosis=Diagnosis.COPY_NOT_VIEW,
        check=0,
    )
    row = check_rows(EXERCISE, Verdict(passed=False, outcome=FINISHED, findings=(copied,)), ENGLISH)[0]

    assert [(detail.expected, detail.got) for detail in row.details] == [("shares memory with t", "own memory")]


def raised_in_line_4(where: str) -> Finding:
    """What a check finds whose value could not be observed."""
    return Finding(
        where=where,
        aspect=Aspect.ERROR,
        expected="1",
        got="ValueError: no",
        diagnosis=Diagnosis.RAISED,
        check=0,
        line=4,
    )


def test_the_error_of_the_run_is_not_repeated_by_every_check() -> None:
    raised = raised_in_line_4("x")
    wordless = msgspec.structs.replace(EXERCISE, checks=(Check(observe="x"),))
    verdict = Verdict(passed=False, outcome=RAISED, findings=(raised,))
    rows = [check_rows(exercise, verdict, ENGLISH)[0] for exercise in (EXERCISE, wordless)]

    assert [row.details for row in rows] == [
        (),
        (Detail("This could not be looked at, because of the error above."),),
    ]


def test_a_check_in_words_does_not_name_what_only_the_probe_makes() -> None:
    raised = raised_in_line_4("left")
    row = check_rows(EXERCISE, Verdict(passed=False, outcome=FINISHED, findings=(raised,)), ENGLISH)[0]

    assert [detail.sentence for detail in row.details] == ["Line 4 raised ValueError: no."]


@pytest.mark.parametrize("ending", [Ending.FINISHED, Ending.STOPPED])
def test_a_run_of_judged_code_does_not_take_the_verdict_back(ending: Ending) -> None:
    ran = replace(after_check(Verdict(passed=True, outcome=FINISHED)), latest=Latest.RUN, still_judged=True)

    said = headline(EXERCISE, replace(ran, outcome=Outcome(ending=ending)), ENGLISH)

    assert said == Headline(Mood.OK, "Passed: every check holds.")


def test_yes_and_no_are_left_out_where_the_diagnosis_says_it() -> None:
    broken_up = Finding(
        where="x",
        aspect=Aspect.CONTIGUOUS,
        expected="True",
        got="False",
        diagnosis=Diagnosis.NOT_CONTIGUOUS,
        check=0,
    )
    row = check_rows(EXERCISE, Verdict(passed=False, outcome=FINISHED, findings=(broken_up,)), ENGLISH)[0]

    assert [(detail.expected, detail.got) for detail in row.details] == [("", "")]


def test_a_broken_rule_is_a_row_of_its_own() -> None:
    rows = check_rows(EXERCISE, Verdict(passed=False, outcome=FINISHED, findings=(CLONES,)), ENGLISH)

    assert rows[0] == CheckRow(
        CheckMark.FAILED,
        "Do without `clone`",
        (Detail("Line 2 uses `clone`, which this exercise does without."),),
    )


def test_lines_are_marked_where_the_code_raised_and_where_it_breaks_a_rule() -> None:
    raised = after_run(RAISED)
    broken = after_check(Verdict(passed=False, outcome=FINISHED, findings=(CLONES,)))

    assert marks_in_code(raised, ENGLISH) == ((4, "ValueError: no"),)
    assert marks_in_code(broken, ENGLISH) == ((2, "Line 2 uses clone, which this exercise does without."),)


def test_nothing_is_marked_once_the_code_has_changed() -> None:
    assert marks_in_code(replace(after_run(RAISED), is_outdated=True), ENGLISH) == ()
