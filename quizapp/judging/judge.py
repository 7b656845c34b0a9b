"""From outcomes and expectations to a verdict. No result never means pass."""

from msgspec.structs import replace

from quizapp.judging.compare import compare
from quizapp.judging.evidence import with_evidence
from quizapp.judging.expectations import Expectations, ExpectationsError
from quizapp.judging.groups import names_in
from quizapp.judging.mistakes import recognise
from quizapp.judging.printing import shown_error
from quizapp.judging.relations import RELATIONS, compare_relations
from quizapp.judging.rules import broken_rules
from quizapp.judging.verdict import Diagnosis, Finding, Verdict
from quizapp.message import message
from quizapp.packs.model import Aspect, Check, Exercise
from quizapp.sandbox.messages import LEARNER_FILE, Ending, Outcome, Part
from quizapp.sandbox.observation import Observation


def observed_expressions(exercise: Exercise) -> tuple[str, ...]:
    """Return every expression that the checks need, in their order, each once."""
    return tuple(dict.fromkeys(expression for check in exercise.checks for expression in _expressions(check)))


def judge(exercise: Exercise, expectations: Expectations, runs: dict[str, Outcome], code: str) -> Verdict:
    """Judge one attempt.

    Args:
        exercise: its checks, rules, variants and mistakes count.
        expectations: what the solution left behind, for every variant and expression.
        runs: the outcome of each variant that was run, by its name; one that is not there counts as unchecked.
        code: the learner's, for the static rules and the facts that tell mistakes apart.

    Raises:
        ExpectationsError: if an expectation is missing or can't be compared as a check asks.
        ValueError: if there is no outcome at all.
    """
    require_expectations(exercise, expectations)
    names = [variant.name for variant in exercise.variants if variant.name in runs]
    if not names:
        raise ValueError("a verdict needs at least one outcome")
    unfinished = next((name for name in names if runs[name].ending is not Ending.FINISHED), None)
    looked_at = {name: runs[name] for name in names if _was_observed(runs[name])}
    checked = [_findings_of_check(exercise, index, expectations, looked_at) for index in range(len(exercise.checks))]
    findings = (
        *broken_rules(exercise.rules, code, exercise.given),
        *(() if unfinished is None else _error_finding(runs[unfinished], unfinished)),
        *(finding for each in checked for finding in each),
    )
    unchecked = tuple(
        index for index, each in enumerate(checked) if not each and not _was_checked(exercise, index, looked_at)
    )
    something_asked = bool(exercise.checks or exercise.rules)
    return Verdict(
        passed=something_asked and unfinished is None and not findings and not unchecked and _all_ran(exercise, runs),
        outcome=runs[unfinished or names[0]],
        findings=findings,
        mistake=recognise(exercise, expectations, findings, code),
        unchecked=unchecked,
        runs={name: runs[name] for name in names},
    )


def _findings_of_check(
    exercise: Exercise, index: int, expectations: Expectations, looked_at: dict[str, Outcome]
) -> tuple[Finding, ...]:
    """Return what a check finds in the first variant in which it differs."""
    check = exercise.checks[index]
    for variant, outcome in looked_at.items():
        if _is_observed(check, outcome):
            found = _compare(check, expectations.observations[variant], outcome.observations)
            if found:
                return tuple(replace(finding, check=index, variant=variant) for finding in found)
    return ()


def _compare(check: Check, expected: dict[str, Observation], got: dict[str, Observation]) -> tuple[Finding, ...]:
    """Compare one check in one variant. Without aspects of its own a relation is all that it asks."""
    related = compare_relations(check, expected, got)
    is_relation = check.shares_with is not None or check.same_as is not None
    aspects = tuple(aspect for aspect in check.aspects if not is_relation or aspect not in RELATIONS)
    if is_relation and not aspects:
        return related
    names = names_in(expected), names_in(got)
    found = compare(replace(check, aspects=aspects), expected[check.observe], got[check.observe], names)
    proven = tuple(with_evidence(finding, check.observe, expected, got) for finding in found)
    return (*proven, *(finding for finding in related if finding not in proven))


def _error_finding(outcome: Outcome, variant: str) -> tuple[Finding, ...]:
    """Return what ended a run, if it was an exception."""
    if outcome.error is None:
        return ()
    error = outcome.error
    return (
        Finding(
            where=LEARNER_FILE,
            aspect=Aspect.ERROR,
            expected="",
            got=shown_error(error.type_name, error.message),
            diagnosis=Diagnosis.RAISED,
            variant=variant,
            line=error.line,
        ),
    )


def _was_observed(outcome: Outcome) -> bool:
    """Tell whether a run got to where its observations say something about the whole of the learner's code."""
    if outcome.ending is Ending.FINISHED:
        return True
    return outcome.error is not None and outcome.error.part is Part.PROBE


def _was_checked(exercise: Exercise, index: int, looked_at: dict[str, Outcome]) -> bool:
    check = exercise.checks[index]
    return all(
        variant.name in looked_at and _is_observed(check, looked_at[variant.name]) for variant in exercise.variants
    )


def _is_observed(check: Check, outcome: Outcome) -> bool:
    return all(expression in outcome.observations for expression in _expressions(check))


def _all_ran(exercise: Exercise, runs: dict[str, Outcome]) -> bool:
    return all(variant.name in runs for variant in exercise.variants)


def _expressions(check: Check) -> tuple[str, ...]:
    return tuple(each for each in (check.observe, check.shares_with, check.same_as) if each is not None)


def require_expectations(exercise: Exercise, expectations: Expectations) -> None:
    """Raise ExpectationsError if there is a variant or an expression of the checks that was not recorded."""
    for variant in exercise.variants:
        known = expectations.observations.get(variant.name, {})
        for expression in observed_expressions(exercise):
            if expression not in known:
                raise ExpectationsError(
                    message(
                        "{item} has no expectation for `{where}` in the variant {variant}: run `quizapp pack record`",
                        item=exercise.id,
                        where=expression,
                        variant=variant.name,
                    )
                )
