from collections.abc import Iterable

import pytest
from msgspec.structs import replace

from quizapp.judging.expectations import Expectations
from quizapp.judging.facts import facts_of
from quizapp.judging.mistakes import ambiguous_mistakes, recognise, signature
from quizapp.judging.signature import says_the_same
from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.packs.model import Aspect, Check, Exercise, Mistake
from tests.judging.sample import exercise, mistake


def finding(check: int | None = 0, got: str = "2.0", aspect: Aspect = Aspect.VALUE, where: str = "x[0]") -> Finding:
    return Finding(where=where, aspect=aspect, expected="1.0", got=got, check=check)


STILL_TRAINS = Finding(
    where="model",
    aspect=Aspect.TRAINABLE,
    expected="[]",
    got="[weight]",
    diagnosis=Diagnosis.FROZEN_TOO_LITTLE,
    names=("weight",),
    check=0,
)


def known(*mistakes: tuple[Mistake, Iterable[Finding]]) -> tuple[Exercise, Expectations]:
    """An exercise with these mistakes, and expectations that recorded their findings."""
    recorded = {mistake.name: signature(tuple(findings)) for mistake, findings in mistakes}
    solution = "for p in model.parameters():\n    p.requires_grad = False"
    told = exercise(Check(observe="x"), solution=solution, mistakes=tuple(mistake for mistake, _ in mistakes))
    return told, Expectations("2.13.0", {}, recorded)


def recognised(exercise_and_expectations: tuple[Exercise, Expectations], code: str, *findings: Finding) -> str | None:
    told = recognise(*exercise_and_expectations, findings, code)
    return None if told is None else told.name


def test_the_same_findings_are_the_mistake() -> None:
    assert recognised(known((mistake("doubled"), [finding()])), "", finding()) == "doubled"


def test_noise_in_the_printed_numbers_does_not_matter() -> None:
    assert recognised(known((mistake("doubled"), [finding(got="[2.0, 0.1234]")])), "", finding(got="[2.0, 0.1235]"))


def test_another_wrong_value_is_not_the_mistake() -> None:
    assert recognised(known((mistake("doubled"), [finding()])), "", finding(got="3.0")) is None


def test_another_failed_check_is_not_the_mistake() -> None:
    assert recognised(known((mistake("doubled"), [finding()])), "", finding(check=1)) is None


def test_no_findings_are_no_mistake() -> None:
    assert recognised(known((mistake("doubled"), [])), "") is None


def test_half_of_the_values_are_enough_if_all_diagnoses_are_the_same() -> None:
    def scaled(check: int, got: str = "2.0") -> Finding:
        return replace(finding(check, got), diagnosis=Diagnosis.SCALED, names=("2.0",))

    doubled = known((mistake("doubled"), [scaled(0), scaled(1)]))

    assert recognised(doubled, "", scaled(0), scaled(1, got="9.0")) == "doubled"
    assert recognised(doubled, "", scaled(0, got="9.0"), scaled(1, got="9.0")) is None


@pytest.mark.parametrize("diagnosis", [Diagnosis.SCALED, Diagnosis.OFFSET])
def test_factors_and_summands_may_differ_by_noise(diagnosis: Diagnosis) -> None:
    def off_by(name: str) -> Finding:
        return replace(finding(), diagnosis=diagnosis, names=(name,))

    missing = known((mistake("missing"), [off_by("0.5")]))

    assert recognised(missing, "", off_by("0.5001")) == "missing"
    assert recognised(missing, "", off_by("0.6")) is None


def test_values_without_a_diagnosis_must_all_be_the_same() -> None:
    doubled = known((mistake("doubled"), [finding(0), finding(1)]))

    assert recognised(doubled, "", finding(0), finding(1, got="9.0")) is None


def test_the_same_values_with_another_diagnosis_are_not_the_mistake() -> None:
    negated = replace(finding(), diagnosis=Diagnosis.NEGATED)

    assert recognised(known((mistake("doubled"), [finding()])), "", negated) is None


def test_the_same_diagnosis_of_other_names_is_not_the_mistake() -> None:
    other = replace(STILL_TRAINS, names=("bias",))

    assert recognised(known((mistake("frozen"), [STILL_TRAINS])), "", other) is None


def test_another_exception_is_not_the_mistake() -> None:
    def raised(got: str) -> Finding:
        return replace(finding(got=got, aspect=Aspect.ERROR), diagnosis=Diagnosis.RAISED)

    shape = known((mistake("shape"), [raised("RuntimeError: shape '[2]' is invalid"), finding(1)]))

    assert recognised(shape, "", raised("RuntimeError: shape '[3]' is invalid"), finding(1)) == "shape"
    assert recognised(shape, "", raised("NameError: name 'x' is not defined"), finding(1)) is None


def test_a_diagnosis_that_says_little_needs_the_same_value() -> None:
    def typed(got: str) -> Finding:
        return replace(finding(got=got), diagnosis=Diagnosis.OTHER_DTYPE)

    double = known((mistake("double"), [typed("float64"), finding(1)]))

    assert recognised(double, "", typed("float64"), finding(1)) == "double"
    assert recognised(double, "", typed("int64"), finding(1)) is None


def test_one_more_failed_check_is_another_mistake() -> None:
    assert recognised(known((mistake("doubled"), [finding()])), "", finding(), finding(1)) is None


def test_facts_of_the_code_tell_apart_what_leaves_the_same_state() -> None:
    same = known((mistake("typo", uses=("require_grad",)), [STILL_TRAINS]), (mistake("nothing"), [STILL_TRAINS]))

    assert recognised(same, "p.require_grad = False", STILL_TRAINS) == "typo"
    assert recognised(same, "pass", STILL_TRAINS) == "nothing"


def test_what_a_mistake_lacks_must_not_be_there() -> None:
    lacking = known((mistake("forgotten", lacks=("backward",)), [finding()]))

    assert recognised(lacking, "loss.mean()", finding()) == "forgotten"
    assert recognised(lacking, "loss.backward()", finding()) is None


def test_a_tie_is_silence() -> None:
    assert recognised(known((mistake("one"), [finding()]), (mistake("other"), [finding()])), "", finding()) is None


def test_a_tie_of_mistakes_with_the_same_feedback_is_none() -> None:
    one = mistake("one")
    other = Mistake(name="other", code="", feedback=one.feedback)

    assert recognised(known((one, [finding()]), (other, [finding()])), "", finding()) == "one"


def test_a_telling_typo_is_recognised_although_something_else_is_wrong_too() -> None:
    typo = known((mistake("typo", uses=("require_grad",)), [STILL_TRAINS]))

    assert recognised(typo, "p.require_grad = False", STILL_TRAINS, finding(1)) == "typo"


def test_a_telling_typo_is_recognised_although_its_check_fails_in_another_way() -> None:
    typo = known((mistake("typo", uses=("require_grad",)), [STILL_TRAINS]))

    assert recognised(typo, "p.require_grad = False", finding(aspect=Aspect.ERROR), finding(None, where="exercise.py"))


def test_a_typo_that_did_only_part_of_its_harm_may_not_be_the_explanation() -> None:
    typo = known((mistake("typo", uses=("require_grad",)), [STILL_TRAINS, finding(1)]))

    assert recognised(typo, "p.require_grad = False", STILL_TRAINS) is None


def test_a_telling_name_explains_better_than_one_that_right_solutions_have_too() -> None:
    both = known(
        (mistake("typo", uses=("require_grad",)), [STILL_TRAINS]),
        (mistake("loop", uses=("parameters",)), [STILL_TRAINS]),
    )

    assert recognised(both, "for p in model.parameters(): p.require_grad = False", STILL_TRAINS) == "typo"


def test_a_name_that_right_solutions_have_too_tells_nothing() -> None:
    vague = known((mistake("vague", uses=("parameters",)), [STILL_TRAINS]))

    assert recognised(vague, "model.parameters()", STILL_TRAINS, finding(1)) is None


def test_a_typo_that_did_no_harm_is_not_the_explanation() -> None:
    typo = known((mistake("typo", uses=("require_grad",)), [STILL_TRAINS]))

    assert recognised(typo, "p.require_grad = False", finding(1)) is None


def test_all_the_same_checks_explain_better_than_some() -> None:
    both = known(
        (mistake("typo", uses=("require_grad",)), [STILL_TRAINS]), (mistake("two"), [STILL_TRAINS, finding(1)])
    )

    assert recognised(both, "p.require_grad = False", STILL_TRAINS, finding(1)) == "two"


def test_a_mistake_that_was_not_recorded_is_not_recognised() -> None:
    told, expectations = known((mistake("doubled"), [finding()]))

    assert recognise(told, Expectations("2.13.0", {}), (finding(),), "") is None
    assert recognise(told, expectations, (finding(),), "") is not None


def test_mistakes_that_can_not_be_told_apart_are_named_in_pairs() -> None:
    same = known(
        (mistake("one", code="a"), [finding()]),
        (mistake("two", code="b"), [finding()]),
        (mistake("three", code="c", uses=("c",)), [finding()]),
        (mistake("four", code="d"), [finding(got="7.0")]),
    )

    assert ambiguous_mistakes(*same) == (("one", "two"),)


@pytest.mark.parametrize(
    ("code", "facts"),
    [
        ("import torch.nn as nn", {"torch.nn", "torch", "nn"}),
        ("from torch import optim", {"torch", "optim"}),
        ("x.view(size=y)", {"x", "view", "x.view", "size", "y"}),
        ("setattr(p, 'require_grad', 1)", {"setattr", "p", "require_grad"}),
        ("def f(a): return 'some words'", {"f", "a"}),
        ("x.view(", {"x", "view"}),
    ],
)
def test_facts_are_what_the_code_spells(code: str, facts: set[str]) -> None:
    assert facts_of(code) == facts


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("[1.0, 2.0]", "[1.0, 2.001]", True),
        ("[1.0, 2.0]", "[1.0, 2.5]", False),
        ("[1.0, 2.0]", "[1.0]", False),
        ("nan", "nan", True),
        ("inf", "-inf", False),
        ("features.0.weight", "features.2.weight", False),
        ("-1.0", "1.0", False),
        ("1.2e-05", "1.2e-05", True),
        ("0.0", "1.2e-09", True),
        ("[200]", "[201]", False),
        ("200.0", "201.0", True),
    ],
)
def test_printed_values_say_the_same_but_for_noise(one: str, other: str, same: bool) -> None:
    assert says_the_same(one, other) == same
