"""What there is to inspect: values that a check, a run or a look at the code left behind. Knows no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from quizapp.desktop.pages.exercise.stepping import values_after
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.judging.verdict import Finding, Verdict
from quizapp.packs.model import Exercise
from quizapp.sandbox.messages import Outcome
from quizapp.sandbox.observation import ErrorSeen, Observation
from quizapp.sandbox.trace import TraceSeen

if TYPE_CHECKING:
    from quizapp.judging.expectations import Expectations

Subjects = tuple[Subject, ...]


class Source(StrEnum):
    """What the values are from."""

    LOOK = "look"
    RUN = "run"
    CHECK = "check"


@dataclass(frozen=True)
class Inspected:
    """Everything that could be looked at; `subjects` is what is.

    Attributes:
        source: what came last.
        checked: of the last check, by variant. variant: whose values are shown; they are from one run.
        ran: of the last run.
        trace: of the code as it is now. steps: how far the learner has stepped back in it, None for the end.
    """

    source: Source = Source.LOOK
    checked: tuple[tuple[str, Subjects], ...] = ()
    variant: str = ""
    ran: Subjects = ()
    trace: TraceSeen | None = None
    steps: int | None = None

    @property
    def subjects(self) -> Subjects:
        """What is shown now."""
        if self.trace is not None and self.steps is not None:
            return subjects_of_trace(self.trace, self.steps)
        shown = dict(self.checked).get(self.variant, ()) if self.source is Source.CHECK else self.ran
        if self.source is Source.LOOK:
            shown = () if self.trace is None else subjects_of_trace(self.trace)
        return shown if self.trace is None else with_series(shown, self.trace)

    def after_check(self, verdict: Verdict, by_variant: tuple[tuple[str, Subjects], ...]) -> "Inspected":
        """Return what is shown once a check is over."""
        return replace(self, source=Source.CHECK, checked=by_variant, variant=variant_to_show(verdict), steps=None)

    def after_run(self, outcome: Outcome) -> "Inspected":
        """Return what is shown once a run is over."""
        return replace(self, source=Source.RUN, ran=subjects_of_run(outcome), steps=None)

    def after_look(self, trace: TraceSeen | None, steps: int | None, *, is_news: bool) -> "Inspected":
        """Return what is shown once the code was looked at, or stepped through; `is_news`: nothing ran it before."""
        source = Source.LOOK if is_news and trace is not None else self.source
        return replace(self, trace=trace, steps=steps, source=source)

    def with_variant(self, variant: str) -> "Inspected":
        """Return what is shown when a finding of this variant is looked at."""
        return replace(self, source=Source.CHECK, variant=variant, steps=None)


def subjects_of_check(
    exercise: Exercise, verdict: Verdict, expectations: "Expectations"
) -> tuple[tuple[str, Subjects], ...]:
    """Return by variant what its run left behind beside what the solution does; what fails in it comes first."""
    return tuple(
        (name, _beside_expected(_failing_first(exercise, verdict, name), outcome, expectations.observations.get(name)))
        for name, outcome in verdict.runs.items()
    )


def subjects_of_run(outcome: Outcome) -> Subjects:
    """Return what a run left behind; where nothing was observed, what was seen of its lines."""
    if outcome.observations:
        return tuple(Subject(name, got) for name, got in outcome.observations.items())
    return () if outcome.trace is None else subjects_of_trace(outcome.trace)


def subjects_of_trace(trace: TraceSeen, steps: int | None = None) -> Subjects:
    """Return the names that had values after so many steps; None means in the end."""
    return tuple(Subject(name, got) for name, got in values_after(trace, steps).items())


def with_series(subjects: Subjects, trace: TraceSeen) -> Subjects:
    """Return the subjects with all values that a scalar had in place of its last, unless that one is judged."""
    series = {seen.name: Subject(seen.name, seen.values) for seen in trace.series}
    judged = {subject.name for subject in subjects if subject.expected is not None}
    shown = {subject.name: subject for subject in subjects}
    shown.update((name, subject) for name, subject in series.items() if name not in judged)
    return tuple(shown.values())


def variant_to_show(verdict: Verdict) -> str:
    """Return the variant whose values say most: in which the first check fails, else the first."""
    failed = (finding.variant for finding in verdict.findings if finding.check is not None)
    return next(failed, next(iter(verdict.runs), ""))


def subject_of_finding(exercise: Exercise, finding: Finding, verdict: Verdict) -> str:
    """Return the name under which the value that a finding is about can be inspected, "" if there is none."""
    if finding.check is None or finding.variant not in verdict.runs:
        return ""
    name = exercise.checks[finding.check].observe
    got = verdict.runs[finding.variant].observations.get(name)
    return "" if got is None or isinstance(got, ErrorSeen) else name


def _failing_first(exercise: Exercise, verdict: Verdict, variant: str) -> tuple[str, ...]:
    # It brings numpy along, which the page must not wait for; this is called in the pool.
    from quizapp.judging.judge import observed_expressions

    failing = [
        exercise.checks[finding.check].observe
        for finding in verdict.findings
        if finding.check is not None and finding.variant == variant
    ]
    return tuple(dict.fromkeys((*failing, *observed_expressions(exercise))))


def _beside_expected(names: Iterable[str], outcome: Outcome, expected: dict[str, Observation] | None) -> Subjects:
    expected = expected or {}
    return tuple(
        Subject(name, outcome.observations[name], expected.get(name)) for name in names if name in outcome.observations
    )
