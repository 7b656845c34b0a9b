"""A verdict in one sentence, for the page and the command line alike."""

from pathlib import Path

import pytest

from quizapp.judging.verdict import Finding, Verdict
from quizapp.packs.model import Aspect, Check, Exercise, Limits, Text
from quizapp.sandbox.messages import Ending, Outcome
from quizapp.wording import Wording
from quizapp.wording.verdicts import verdict_sentence

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
