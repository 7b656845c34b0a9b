"""What a class' table and report say of one piece of work: the same words however often and wherever it was judged."""

from msgspec.structs import replace

from quizapp.judging.verdict import Finding, Verdict
from quizapp.packs.model import Exercise
from quizapp.sandbox.messages import Ending
from quizapp.wording.findings import finding_sentence, inputs_sentence
from quizapp.wording.outcomes import outcome_sentence
from quizapp.wording.speech import Wording
from quizapp.wording.verdicts import verdict_sentence

_SOME: int = 3


def graded_sentence(verdict: Verdict, exercise: Exercise, wording: Wording) -> str:
    """Say how an attempt came out, without what differs from run to run: where an endless loop happened to stand."""
    ending = verdict.outcome.ending
    if ending is Ending.TOO_MUCH_OUTPUT:
        return wording.say("The code printed too much, so it was stopped. Is there a print in a loop that never ends?")
    if ending is not Ending.FINISHED:
        stable = replace(verdict.outcome, line=None)
        return outcome_sentence(stable, wording, seconds_allowed=exercise.limits.seconds)
    return verdict_sentence(verdict, exercise, wording)


def finding_sentences(verdict: Verdict, exercise: Exercise, wording: Wording) -> list[str]:
    """Say the first few differences that were found, each after the inputs with which it was seen."""
    if verdict.outcome.ending is not Ending.FINISHED and len(verdict.findings) == 1:
        return []  # the run's end, which was said already
    return [_said(finding, exercise, wording) for finding in verdict.findings[:_SOME]]


def points_words(points: float, of: float, wording: Wording) -> str:
    """Return points as "2.5 / 4"."""
    return wording.say("{points} / {of}", points=number(points), of=number(of))


def number(points: float) -> str:
    """Return a number of points with at most two places, none where they are zero."""
    return f"{points:.2f}".rstrip("0").rstrip(".")


def _said(finding: Finding, exercise: Exercise, wording: Wording) -> str:
    inputs = inputs_sentence(finding, exercise, wording)
    says = finding_sentence(finding, wording, exercise.rules)
    return says if inputs is None else wording.say("{first} {second}", first=inputs, second=says)
