"""What the exercise page says of a state, in the reader's language. Knows no Qt."""

from dataclasses import dataclass, replace
from enum import StrEnum

from quizapp.desktop.pages.exercise.inspected import subject_of_finding
from quizapp.desktop.pages.exercise.model import Activity, ExerciseState, Latest, check_marks
from quizapp.desktop.widgets.check_rows import CheckMark, CheckRow, Detail
from quizapp.judging.verdict import Finding, Verdict
from quizapp.packs.model import Check, Exercise
from quizapp.sandbox.messages import Ending, Outcome, Part, RunError
from quizapp.wording import Wording
from quizapp.wording.findings import (
    check_sentence,
    finding_sentence,
    inputs_sentence,
    is_of_the_run,
    sentence_under_check,
)
from quizapp.wording.inline import without_marks
from quizapp.wording.outcomes import error_words, outcome_sentence
from quizapp.wording.verdicts import verdict_sentence

_TELLS_NOTHING_NEW = (Ending.FINISHED, Ending.STOPPED)
"""Ends of a run that take no verdict back on the same code."""


class Mood(StrEnum):
    """What a headline means for the learner."""

    QUIET = "quiet"
    BUSY = "busy"
    OK = "ok"
    BAD = "bad"


@dataclass(frozen=True)
class Headline:
    """The verdict in one sentence; `line` is where in the code it happened, from 1."""

    mood: Mood
    text: str
    line: int | None = None


def headline(exercise: Exercise, state: ExerciseState, wording: Wording) -> Headline:
    """Return what stands above the checks."""
    if state.is_busy or state.activity is Activity.LOADING:
        return Headline(Mood.BUSY, _busy_sentence(state, wording))
    if state.latest is Latest.TROUBLE and state.trouble is not None:
        return Headline(Mood.BAD, wording.sentence(state.trouble))
    if state.latest is Latest.CHECK and state.verdict is not None:
        return _of_verdict(exercise, state.verdict, wording)
    if state.latest is Latest.RUN and state.outcome is not None:
        if state.still_judged and state.verdict is not None and state.outcome.ending in _TELLS_NOTHING_NEW:
            return _of_verdict(exercise, state.verdict, wording)
        return _of_run(exercise, state.outcome, wording, judges=state.helps)
    if not state.helps:
        return Headline(
            Mood.QUIET, wording.say("Run shows what your code prints. Check hands it in: the first one is your answer.")
        )
    return Headline(
        Mood.QUIET, wording.say("Run shows what your code prints. Check judges the state that it leaves behind.")
    )


def check_rows(exercise: Exercise, verdict: Verdict | None, wording: Wording) -> tuple[CheckRow, ...]:
    """Return broken rules, then every check, in words."""
    findings = verdict.findings if verdict else ()
    error = verdict.outcome.error if verdict else None
    rules = tuple(
        CheckRow(CheckMark.FAILED, _rule_sentence(exercise, finding, wording), _rule_detail(exercise, finding, wording))
        for finding in findings
        if finding.rule is not None
    )
    checks = tuple(
        CheckRow(
            mark,
            check_sentence(check, wording),
            tuple(
                _inspectable(detail, exercise, finding, verdict, wording)
                for finding in findings
                if finding.check == index and (detail := _detail(finding, check, error, wording)) is not None
            ),
        )
        for index, (check, mark) in enumerate(zip(exercise.checks, check_marks(exercise, verdict), strict=True))
    )
    return rules + checks


def marks_in_code(state: ExerciseState, wording: Wording) -> tuple[tuple[int, str], ...]:
    """Return line (from 1) and words of what the last run or check says of a line, while that still holds."""
    if state.is_outdated or state.is_busy or state.latest not in (Latest.RUN, Latest.CHECK) or state.outcome is None:
        return ()
    error = state.outcome.error
    raised = ((error.line or 1, error_words(error)),) if error is not None and is_of_the_learner(error) else ()
    if error is None and state.outcome.line is not None:
        raised = ((state.outcome.line, _where_words(state.outcome.ending, wording)),)
    findings = state.verdict.findings if state.verdict is not None and state.latest is Latest.CHECK else ()
    broken = tuple(
        (finding.line, without_marks(finding_sentence(finding, wording)))
        for finding in findings
        if finding.rule is not None and finding.line is not None
    )
    return raised + broken


def _where_words(ending: Ending, wording: Wording) -> str:
    if ending is Ending.TIMED_OUT:
        return wording.say("still running here")
    return wording.say("printed too much here") if ending is Ending.TOO_MUCH_OUTPUT else wording.say("crashed here")


def is_of_the_learner(error: RunError) -> bool:
    """Tell whether an error has a place in the learner's code."""
    return error.line is not None and error.part in (Part.CODE, Part.PROBE)


def _busy_sentence(state: ExerciseState, wording: Wording) -> str:
    if state.activity is Activity.LOADING:
        return wording.say("Opening…")
    if state.waits_for_sandbox:
        return wording.say("Getting the sandbox ready…")
    return wording.say("Running…") if state.activity is Activity.RUNNING else wording.say("Checking…")


def _of_verdict(exercise: Exercise, verdict: Verdict, wording: Wording) -> Headline:
    mood = Mood.OK if verdict.passed else Mood.BAD
    return Headline(mood, verdict_sentence(verdict, exercise, wording), _line_of(verdict.outcome))


def _of_run(exercise: Exercise, outcome: Outcome, wording: Wording, *, judges: bool) -> Headline:
    if outcome.ending is Ending.STOPPED:
        return Headline(Mood.QUIET, wording.say("Stopped."))
    if outcome.ending is Ending.FINISHED and not judges:
        return Headline(Mood.QUIET, wording.say("The code ran to its end. Check hands it in."))
    if outcome.ending is Ending.FINISHED:
        return Headline(Mood.QUIET, wording.say("The code ran to its end. Check tells whether it is right."))
    return _of_outcome(exercise, outcome, wording)


def _of_outcome(exercise: Exercise, outcome: Outcome, wording: Wording) -> Headline:
    text = outcome_sentence(outcome, wording, seconds_allowed=exercise.limits.seconds)
    return Headline(Mood.BAD, text, _line_of(outcome))


def _line_of(outcome: Outcome) -> int | None:
    """Return the line of the learner's code at which a run ended before its end."""
    if outcome.error is None:
        return outcome.line
    return outcome.error.line if is_of_the_learner(outcome.error) else None


def _detail(finding: Finding, check: Check, error: RunError | None, wording: Wording) -> Detail | None:
    sentence = sentence_under_check(finding, check, error, wording)
    if not sentence:
        return None
    if is_of_the_run(finding, error):
        return Detail(sentence)
    # A list of names says better what differs than the two whole lists; a diagnosis, than yes and no.
    if finding.names or (finding.diagnosis is not None and {finding.expected, finding.got} <= {"True", "False"}):
        return Detail(sentence)
    said = without_marks(sentence)
    return Detail(
        sentence,
        "" if finding.expected in said else finding.expected,
        "" if finding.got in said else finding.got,
    )


def _inspectable(
    detail: Detail, exercise: Exercise, finding: Finding, verdict: Verdict | None, wording: Wording
) -> Detail:
    look = "" if verdict is None else subject_of_finding(exercise, finding, verdict)
    inputs = inputs_sentence(finding, exercise, wording) or ""
    return replace(detail, inputs=inputs, look=look, variant=finding.variant if look else "")


def _rule_sentence(exercise: Exercise, finding: Finding, wording: Wording) -> str:
    says = exercise.rules[finding.rule].says if finding.rule is not None else None
    return says.read(wording.language) if says is not None else finding_sentence(finding, wording)


def _rule_detail(exercise: Exercise, finding: Finding, wording: Wording) -> tuple[Detail, ...]:
    if finding.rule is None or exercise.rules[finding.rule].says is None:
        return ()
    return (Detail(finding_sentence(finding, wording)),)
