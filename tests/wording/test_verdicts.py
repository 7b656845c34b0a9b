"""A verdict in one sentence, for the page and the command line alike."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from quizapp.judging.verdict import Diagnosis, Finding, Verdict
from quizapp.packs.model import Aspect, Check, Exercise, Limits, Mistake, Text
from quizapp.sandbox.messages import Ending, Outcome, Part, RunError
from quizapp.wording import Wording
from quizapp.wording.verdicts import check_lines, verdict_lines, verdict_sentence

TEXT = Text("en", {"en": "words"})
EXERCISE = Exercise(
    id="p/l/e",
    folder=Path(),
    title=TEXT,
    prompt=TEXT,
    starter="",
    solution="",
    checks=(Check(observe="x"),),
    limits=Limits(seconds=2),
)


def verdict(*findings: Finding, ending: Ending = Ending.FINISHED, passed: bool = False) -> Verdict:
    return Verdict(passed=passed, outcome=Outcome(ending=ending), findings=findings)


def finding(*, check: int | None = None, rule: int | None = None) -> Finding:
    return Finding(where="x", aspect=Aspect.VALUE, expected="1", got="2", check=check, rule=rule)


@pytest.mark.parametrize(
    ("judged", "sentence"),
    [
        (verdict(passed=True), "Passed: every check holds."),
        (verdict(finding(check=0)), "Not yet: 1 check fails."),
        (verdict(finding(check=0), finding(check=0), finding(check=1)), "Not yet: 2 checks fail."),
        (verdict(finding(rule=0), finding(check=0)), "Not yet: 2 checks fail."),
        (verdict(finding(rule=0)), "Not yet: the code breaks a rule of this exercise."),
        (verdict(), "Not yet: something could not be checked."),
        (
            verdict(ending=Ending.TIMED_OUT),
            "Still running after 2 s, so it was stopped. Is there a loop that never ends?",
        ),
    ],
)
def test_a_verdict_is_one_sentence(judged: Verdict, sentence: str) -> None:
    assert verdict_sentence(judged, EXERCISE, Wording("en")) == sentence


def test_lines_of_plain_text_keep_only_the_marks_of_code() -> None:
    said = replace(EXERCISE, checks=(Check(observe="x", says=Text("en", {"en": "`x` is **one**"})),))
    mistake = Mistake(name="m", code="", feedback=Text("en", {"en": "It *adds*:\n\n- `x`\n- y"}))
    judged = replace(verdict(finding(check=0)), mistake=mistake)

    assert verdict_lines(judged, said, Wording("en")) == [
        "Not yet: 1 check fails.",
        "  ✗ `x` is one",
        "      Value of `x`: expected `1`, got `2`.",
        "",
        "It adds:",
        "`x`",
        "y",
    ]


def test_what_ended_the_run_is_not_said_again_by_each_check() -> None:
    raised = Finding(
        where="left",
        aspect=Aspect.ERROR,
        expected="",
        got="ValueError: no",
        diagnosis=Diagnosis.RAISED,
        check=0,
        line=3,
    )
    error = RunError(part=Part.PROBE, type_name="ValueError", message="no", line=3)
    judged = Verdict(passed=False, outcome=Outcome(ending=Ending.RAISED, error=error), findings=(raised,))
    in_words = replace(EXERCISE, checks=(Check(observe="left", says=Text("en", {"en": "It is left"})),))
    lines = [check_lines(judged, exercise, Wording("en"))[1:] for exercise in (in_words, EXERCISE)]

    assert lines == [
        ["  ✗ It is left"],
        ["  ✗ `x` is as it should be", "      This could not be looked at, because of the error above."],
    ]
