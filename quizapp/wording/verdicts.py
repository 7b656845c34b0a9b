"""A verdict in one sentence."""

from quizapp.judging.verdict import Verdict
from quizapp.packs.model import Exercise
from quizapp.sandbox.messages import Ending
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
