"""How many points an attempt earns: what the checks that hold weigh."""

from quizapp.classroom.grading.submissions.naming import without_header
from quizapp.judging.verdict import Verdict
from quizapp.packs.model import Exercise


def full_points(exercise: Exercise) -> float:
    """Return what all checks of an exercise weigh."""
    return float(sum(check.weight for check in exercise.checks))


def points_for(verdict: Verdict, exercise: Exercise, code: str) -> float:
    """Return the points of an attempt.

    One that passes has all of them, any other the weights of the checks that were looked at and hold. Code that breaks
    a rule earns none: the rule says what the checks are to be met without. Nor does the starter as it was given out.
    """
    if verdict.passed:
        return full_points(exercise)
    if any(finding.rule is not None for finding in verdict.findings) or is_starter(code, exercise):
        return 0.0
    failed = {finding.check for finding in verdict.findings} | set(verdict.unchecked)
    return float(sum(check.weight for number, check in enumerate(exercise.checks) if number not in failed))


def is_starter(code: str, exercise: Exercise) -> bool:
    """Tell whether nothing was done: the code is the starter as it was given out."""
    return without_header(code).strip() == exercise.starter.strip()
