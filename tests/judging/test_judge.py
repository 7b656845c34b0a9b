from typing import Any

import pytest

from quizapp.judging.expectations import Expectations, ExpectationsError
from quizapp.judging.judge import judge, observed_expressions
from quizapp.judging.verdict import Diagnosis
from quizapp.packs.model import Aspect, Check, Rule, RuleKind
from quizapp.sandbox.messages import Ending, Outcome, Part
from quizapp.sandbox.observation import ErrorSeen
from tests.judging.sample import exercise, expectations, finished, plain, raised, tensor

X, Y = Check(observe="x"), Check(observe="y")
BOTH = exercise(X, Y)
KNOWN = expectations(x=plain(1), y=plain(2))


def test_expressions_are_observed_once_in_the_order_of_the_checks() -> None:
    checks = (Check(observe="y", shares_with="t"), Y, Check(observe="d", same_as="x"))

    assert observed_expressions(exercise(*checks)) == ("y", "t", "d", "x")


def test_an_attempt_passes_if_the_run_finished_and_every_check_held() -> None:
    verdict = judge(BOTH, KNOWN, {"default": finished(x=plain(1), y=plain(2))}, "")

    assert (verdict.passed, verdict.findings, verdict.unchecked) == (True, (), ())


def test_a_finding_names_its_check_and_variant() -> None:
    verdict = judge(BOTH, KNOWN, {"default": finished(x=plain(1), y=plain(3))}, "")

    assert [(each.check, each.variant, each.where) for each in verdict.findings] == [(1, "default", "y")]
    assert not verdict.passed


def test_a_check_that_differs_in_several_variants_is_told_once() -> None:
    two = exercise(X, variants=("small", "large"))
    known = Expectations("2.13.0", {"small": {"x": plain(1)}, "large": {"x": plain(2)}})

    both_wrong = judge(two, known, {"small": finished(x=plain(0)), "large": finished(x=plain(0))}, "")
    hard_coded = judge(two, known, {"small": finished(x=plain(1)), "large": finished(x=plain(1))}, "")

    assert [(each.variant, each.expected) for each in both_wrong.findings] == [("small", "1")]
    assert [(each.variant, each.expected) for each in hard_coded.findings] == [("large", "2")]


def test_a_variant_that_was_not_run_does_not_pass() -> None:
    two = exercise(X, variants=("small", "large"))
    known = Expectations("2.13.0", {"small": {"x": plain(1)}, "large": {"x": plain(1)}})

    verdict = judge(two, known, {"small": finished(x=plain(1))}, "")

    assert (verdict.passed, verdict.unchecked) == (False, (0,))


def test_an_observation_that_did_not_come_does_not_pass() -> None:
    verdict = judge(BOTH, KNOWN, {"default": finished(x=plain(1))}, "")

    assert (verdict.passed, verdict.unchecked) == (False, (1,))


@pytest.mark.parametrize("ending", [ending for ending in Ending if ending is not Ending.FINISHED])
def test_a_run_that_did_not_finish_never_passes(ending: Ending) -> None:
    right = finished(x=plain(1), y=plain(2)).observations

    verdict = judge(BOTH, KNOWN, {"default": Outcome(ending=ending, observations=right)}, "")

    assert (verdict.passed, verdict.outcome.ending, verdict.unchecked) == (False, ending, (0, 1))


def test_an_exception_in_the_code_is_told_and_nothing_is_checked() -> None:
    verdict = judge(BOTH, KNOWN, {"default": raised(Part.CODE, x=plain(0))}, "")

    (finding,) = verdict.findings
    assert (finding.where, finding.aspect, finding.got, finding.line, finding.diagnosis) == (
        "exercise.py",
        Aspect.ERROR,
        "RuntimeError: no such shape",
        4,
        Diagnosis.RAISED,
    )
    assert (verdict.passed, verdict.unchecked) == (False, (0, 1))


def test_after_an_exception_in_the_probe_what_was_observed_is_judged() -> None:
    failed = ErrorSeen("RuntimeError", "no such shape", line=4)

    verdict = judge(BOTH, KNOWN, {"default": raised(Part.PROBE, x=plain(1), y=failed)}, "")

    assert [(each.check, each.where) for each in verdict.findings] == [(None, "exercise.py"), (1, "y")]
    assert (verdict.passed, verdict.unchecked) == (False, ())


def test_an_exception_in_the_probe_never_passes_even_if_every_check_holds() -> None:
    assert not judge(BOTH, KNOWN, {"default": raised(Part.PROBE, x=plain(1), y=plain(2))}, "").passed


def test_the_outcome_is_that_of_the_first_run_that_did_not_finish() -> None:
    two = exercise(X, variants=("small", "large"))
    known = Expectations("2.13.0", {"small": {"x": plain(1)}, "large": {"x": plain(1)}})
    slow = Outcome(ending=Ending.TIMED_OUT)

    verdict = judge(two, known, {"small": finished(x=plain(1)), "large": slow}, "")

    assert (verdict.outcome, verdict.passed, verdict.unchecked) == (slow, False, (0,))


def test_broken_rules_come_first_and_do_not_pass() -> None:
    ruled = exercise(X, rules=(Rule(kind=RuleKind.MUST_NOT_CALL, name="clone"),))

    verdict = judge(ruled, KNOWN, {"default": finished(x=plain(0))}, "x.clone()")

    assert [(each.rule, each.check) for each in verdict.findings] == [(0, None), (None, 0)]


@pytest.mark.parametrize("known", [expectations(x=plain(1)), Expectations("2.13.0", {})])
def test_a_missing_expectation_tells_the_author_to_record(known: Expectations) -> None:
    with pytest.raises(ExpectationsError, match="pack record"):
        judge(BOTH, known, {"default": finished(x=plain(1), y=plain(2))}, "")


def test_without_any_outcome_there_is_no_verdict() -> None:
    with pytest.raises(ValueError, match="at least one outcome"):
        judge(BOTH, KNOWN, {}, "")


def test_an_exercise_that_asks_nothing_is_not_passed() -> None:
    assert not judge(exercise(), expectations(), {"default": finished()}, "").passed


def test_a_relation_is_all_that_a_check_without_aspects_asks() -> None:
    def seen(number: float, storage: int) -> dict[str, Any]:
        return {"x": tensor([number], storage=storage), "t": tensor([number], storage=0)}

    related = exercise(Check(observe="x", shares_with="t"))
    known = expectations(**seen(1.0, 0))

    assert judge(related, known, {"default": finished(**seen(2.0, 0))}, "").passed
    assert [each.diagnosis for each in judge(related, known, {"default": finished(**seen(1.0, 5))}, "").findings] == [
        Diagnosis.COPY_NOT_VIEW
    ]


def test_aspects_beside_a_relation_are_compared_too() -> None:
    both = exercise(Check(observe="x", shares_with="x", aspects=(Aspect.VALUE,)))
    known = expectations(x=tensor([1.0], storage=0))

    verdict = judge(both, known, {"default": finished(x=tensor([2.0], storage=0))}, "")

    assert [each.aspect for each in verdict.findings] == [Aspect.VALUE]


def test_sharing_may_be_named_among_the_aspects_of_a_relation() -> None:
    related = exercise(Check(observe="x", shares_with="x", aspects=(Aspect.SHARING,)))
    known = expectations(x=tensor([1.0], storage=0))

    assert judge(related, known, {"default": finished(x=tensor([2.0], storage=0))}, "").passed


def test_sharing_with_nothing_is_the_authors_error() -> None:
    alone = exercise(Check(observe="x", aspects=(Aspect.SHARING,)))
    seen = tensor([1.0], storage=0)

    with pytest.raises(ExpectationsError, match="sharing of `x`"):
        judge(alone, expectations(x=seen), {"default": finished(x=seen)}, "")


def test_a_rule_knows_the_names_that_the_given_code_imports() -> None:
    rule = Rule(kind=RuleKind.MUST_NOT_CALL, name="torch.nn.functional.softmax")
    told = exercise(Check(observe="y"), rules=(rule,), given="import torch.nn.functional as ops")
    seen = {"default": finished(y=plain(1))}

    verdict = judge(told, expectations(y=plain(1)), seen, "y = ops.softmax(x)")

    assert [(finding.diagnosis, finding.line) for finding in verdict.findings] == [(Diagnosis.RULE_BROKEN, 1)]
