"""What one piece of work is worth, as data that can be kept: `wording.grading` puts it into a language."""

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from quizapp.classroom.grading.judges.points import full_points, is_starter, points_for
from quizapp.classroom.grading.submissions.handed_in import Code
from quizapp.classroom.grading.submissions.spoken import answer_of
from quizapp.judging.expectations import Expectations, ExpectationsError
from quizapp.judging.questions import judge_answer
from quizapp.judging.verdict import Finding, Verdict
from quizapp.packs.model import Exercise, Question
from quizapp.practice import judge_against, run_snippet
from quizapp.sandbox.messages import Ending, Outcome, RunError
from quizapp.sandbox.sandbox import Sandbox, SandboxUnavailable, Stopper
from quizapp.sandbox.text import readable

ANSWERED: Final = "answered"
NOT_JUDGED: Final = "not_judged"

_FINDINGS: Final = 12
_CHARACTERS: Final = 400


class Judged(Struct, frozen=True, kw_only=True):
    """The judgement of one piece of work.

    Attributes:
        outcome: how the run ended, as an `Ending`; ANSWERED for a question; NOT_JUDGED where judging itself failed.
        error, exit_code, findings, unchecked: of the verdict, cut to what is told of it.
        mistake: name of the mistake that was recognised.
        is_starter: whether the code is the starter as it was given out.
        detail: what was raised where judging itself failed.
    """

    passed: bool
    points: float
    of: float
    outcome: str
    error: RunError | None = None
    exit_code: int | None = None
    findings: tuple[Finding, ...] = ()
    unchecked: tuple[int, ...] = ()
    mistake: str | None = None
    is_starter: bool = False
    detail: str = ""

    def verdict(self, exercise: Exercise) -> Verdict:
        """Return the verdict with what was kept of it."""
        ending = Ending(self.outcome) if self.outcome != NOT_JUDGED else Ending.UNREADABLE
        return Verdict(
            passed=self.passed,
            outcome=Outcome(ending=ending, error=self.error, exit_code=self.exit_code),
            findings=self.findings,
            mistake=next((each for each in exercise.mistakes if each.name == self.mistake), None),
            unchecked=self.unchecked,
        )


def judge_code(
    work: Code, exercise: Exercise, expectations: Expectations, sandbox: Sandbox, stopper: Stopper | None = None
) -> Judged:
    """Judge an attempt as the app does; whatever else goes wrong with it, the others go on.

    Raises:
        ExpectationsError: if the exercise can't be judged at all.
        SandboxUnavailable: if nothing can be run.
    """
    try:
        verdict = judge_against(expectations, exercise, work.text, sandbox, stopper)
    except ExpectationsError:
        raise
    except Exception as error:
        if isinstance(error, SandboxUnavailable):
            # Lost again and again: through this code, or those beside it, unless not even nothing can be run.
            run_snippet("", sandbox, stopper=stopper)
        # Code may be made to break its judge: that is its own loss, not the class's. Why is said, for us to mend it.
        return not_judged(exercise, f"{type(error).__name__}: {error}")
    return _kept(verdict, exercise, work.text)


def not_judged(exercise: Exercise, reason: str) -> Judged:
    """Return what stands for code where judging itself failed."""
    detail = _cut(readable(reason))
    return Judged(passed=False, points=0.0, of=full_points(exercise), outcome=NOT_JUDGED, detail=detail)


def judge_words(text: str, question: Question) -> Judged:
    """Judge an answer that stands in a journal."""
    answer = answer_of(question, text)
    right = answer is not None and judge_answer(question, answer)
    return Judged(passed=right, points=float(right), of=1.0, outcome=ANSWERED)


def _kept(verdict: Verdict, exercise: Exercise, code: str) -> Judged:
    outcome, untouched = verdict.outcome, is_starter(code, exercise)
    error = None if outcome.error is None else replace(outcome.error, traceback="", message=_cut(outcome.error.message))
    return Judged(
        passed=verdict.passed,
        points=points_for(verdict, exercise, code),
        of=full_points(exercise),
        outcome=outcome.ending.value,
        error=error,
        exit_code=outcome.exit_code,
        findings=tuple(_cut_finding(finding) for finding in verdict.findings[:_FINDINGS]),
        unchecked=verdict.unchecked,
        # Whoever changed nothing has not made the mistake that a starter may hold.
        mistake=verdict.mistake.name if verdict.mistake is not None and not untouched else None,
        is_starter=untouched,
    )


def _cut_finding(finding: Finding) -> Finding:
    return replace(
        finding,
        where=_cut(finding.where),
        expected=_cut(finding.expected),
        got=_cut(finding.got),
        names=tuple(_cut(name) for name in finding.names[:_FINDINGS]),
        also=tuple(_cut(name) for name in finding.also[:_FINDINGS]),
    )


def _cut(text: str) -> str:
    return text if len(text) <= _CHARACTERS else f"{text[:_CHARACTERS]}…"
