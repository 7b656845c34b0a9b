"""`quizapp try`: one attempt at an exercise from one's own editor."""

import argparse
from typing import Any

from quizapp.cli.console import Console
from quizapp.cli.files import find_exercise, read_code
from quizapp.cli.sandboxed import open_sandbox
from quizapp.judging.verdict import Verdict
from quizapp.packs.model import Exercise
from quizapp.practice import attempt
from quizapp.wording import Wording
from quizapp.wording.findings import finding_sentence
from quizapp.wording.verdicts import verdict_lines, verdict_sentence


def run(options: argparse.Namespace, console: Console) -> int:
    """Judge the file; exit code 0 passed, 1 not passed."""
    exercise = find_exercise(options.item, console.home)
    code = read_code(options.file)
    with open_sandbox(console) as sandbox:
        verdict = attempt(exercise, code, sandbox)
    if options.json:
        console.tell_json(verdict_as_json(verdict, exercise, console.wording))
    else:
        _tell(verdict, exercise, console)
    return 0 if verdict.passed else 1


def verdict_as_json(verdict: Verdict, exercise: Exercise, wording: Wording) -> dict[str, Any]:
    """Return the object that `try --json` prints; its keys are a promise to other programs."""
    error, mistake = verdict.outcome.error, verdict.mistake
    return {
        "passed": verdict.passed,
        "outcome": verdict.outcome.ending.value,
        "findings": [
            {
                "where": finding.where,
                "aspect": finding.aspect.value,
                "expected": finding.expected,
                "got": finding.got,
                "diagnosis": finding.diagnosis.value if finding.diagnosis is not None else None,
                "line": finding.line,
                "variant": finding.variant,
                "says": finding_sentence(finding, wording, exercise.rules),
            }
            for finding in verdict.findings
        ],
        "mistake": (
            {"name": mistake.name, "concept": mistake.concept, "feedback": mistake.feedback.read(wording.language)}
            if mistake is not None
            else None
        ),
        "error": {"type": error.type_name, "message": error.message, "line": error.line} if error is not None else None,
        "says": verdict_sentence(verdict, exercise, wording),
        "stdout": verdict.outcome.stdout,
    }


def _tell(verdict: Verdict, exercise: Exercise, console: Console) -> None:
    for line in verdict_lines(verdict, exercise, console.wording):
        console.tell(line)
    if verdict.outcome.stdout:
        console.tell(f"\n{verdict.outcome.stdout}")
