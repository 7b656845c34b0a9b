"""A verdict in one sentence, and check by check in lines of plain text."""

from quizapp.judging.verdict import Finding, Verdict
from quizapp.markdown import plain_sentence, plain_text
from quizapp.packs.model import Exercise
from quizapp.sandbox.messages import Ending
from quizapp.wording.findings import check_sentence, finding_sentence, inputs_sentence, sentence_under_check
from quizapp.wording.outcomes import outcome_sentence
from quizapp.wording.speech import Wording


def verdict_sentence(verdict: Verdict, exercise: Exercise, wording: Wording) -> str:
    """Say whether the attempt passed, and if not: how the run ended, how many checks fail, or that a rule is broken."""
    if verdict.passed:
        return wording.say("Passed: every check holds.")
    if verdict.outcome.ending is not Ending.FINISHED:
        return outcome_sentence(verdict.outcome, wording, seconds_allowed=exercise.limits.seconds)
    checks = {finding.check for finding in verdict.findings if finding.check is not None}
    rules = {finding.rule for finding in verdict.findings if finding.rule is not None}
    if checks:
        # A broken rule stands among the checks, with a cross like theirs.
        failed = len(checks) + len(rules)
        return wording.say_many("Not yet: {count} check fails.", "Not yet: {count} checks fail.", failed)
    if rules:
        return wording.say("Not yet: the code breaks a rule of this exercise.")
    return wording.say("Not yet: something could not be checked.")


def verdict_lines(verdict: Verdict, exercise: Exercise, wording: Wording) -> list[str]:
    """Return what `check_lines` does and, after an empty line, the mistake's feedback, without marks but of code."""
    lines = check_lines(verdict, exercise, wording)
    if verdict.mistake is not None:
        feedback = verdict.mistake.feedback.read(wording.language)
        lines += ["", *plain_text(feedback, keeps_code=True).split("\n")]
    return lines


def check_lines(verdict: Verdict, exercise: Exercise, wording: Wording) -> list[str]:
    """Return the verdict's sentence, then each check with its mark and what was found."""
    lines = [verdict_sentence(verdict, exercise, wording)]
    loose = [finding for finding in verdict.findings if finding.rule is not None or finding.check is None]
    lines += [
        f"  ✗ {_with_inputs(finding_sentence(finding, wording, exercise.rules), finding, exercise, wording)}"
        for finding in loose
    ]
    for index, check in enumerate(exercise.checks):
        findings = [finding for finding in verdict.findings if finding.check == index]
        mark = "·" if index in verdict.unchecked else "✗" if findings else "✓"
        lines.append(f"  {mark} {plain_sentence(check_sentence(check, wording), keeps_code=True)}")
        error = verdict.outcome.error
        said = [
            (finding, says) for finding in findings if (says := sentence_under_check(finding, check, error, wording))
        ]
        lines += [f"      {_with_inputs(says, finding, exercise, wording)}" for finding, says in said]
    return lines


def _with_inputs(says: str, finding: Finding, exercise: Exercise, wording: Wording) -> str:
    """Return what a finding says, after the inputs with which it was seen."""
    inputs = inputs_sentence(finding, exercise, wording)
    return says if inputs is None else f"{inputs} {says}"
