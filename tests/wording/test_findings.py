"""Findings and checks as sentences."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.packs.model import Aspect, Check, Exercise, Rule, RuleKind, Text, Variant
from quizapp.wording import Wording
from quizapp.wording.diagnoses import SENTENCES
from quizapp.wording.findings import aspect_name, check_sentence, finding_sentence, inputs_sentence

ENGLISH = Wording("en")


def finding(diagnosis: Diagnosis | None = None, *, names: tuple[str, ...] = ()) -> Finding:
    return Finding(
        where="model", aspect=Aspect.TRAINABLE, expected="[]", got="[a, b]", diagnosis=diagnosis, names=names, check=0
    )


def test_parameters_that_still_train_are_named() -> None:
    said = finding_sentence(finding(Diagnosis.FROZEN_TOO_LITTLE, names=("a.weight", "a.bias")), ENGLISH)

    assert said == "In `model` these parameters still train: `a.weight`, `a.bias`."


def test_many_names_are_cut_and_the_rest_counted() -> None:
    said = finding_sentence(finding(Diagnosis.NAMES_EXTRA, names=tuple("abcdefgh")), ENGLISH)

    assert said == "In `model` there should not be: `a`, `b`, `c`, `d`, `e`, `f` and 2 more."


def test_a_finding_without_a_diagnosis_tells_both_sides() -> None:
    assert finding_sentence(finding(), ENGLISH) == "Trainable parameters of `model`: expected `[]`, got `[a, b]`."


@pytest.mark.parametrize("diagnosis", list(Diagnosis))
def test_every_diagnosis_has_a_sentence_of_its_own(diagnosis: Diagnosis) -> None:
    assert diagnosis in SENTENCES


@pytest.mark.parametrize("diagnosis", list(Diagnosis))
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_diagnosis_has_a_sentence_that_names_the_place(diagnosis: Diagnosis, language: str) -> None:
    assert "model" in finding_sentence(finding(diagnosis, names=("model",)), Wording(language))


def with_variants(*variants: Variant) -> Exercise:
    title = Text("en", {"en": "x"})
    return Exercise(
        id="p/l/x", folder=Path("x"), title=title, prompt=title, starter="", solution="", checks=(), variants=variants
    )


SMALL = Variant(name="small", inputs={"x": "ramp(2)", "k": "1"})
LARGE = Variant(name="large", inputs={"x": "ramp(2,\n     3)", "k": "2"})


def test_the_inputs_that_the_learner_does_not_see_are_told() -> None:
    seen = replace(finding(), variant="large")

    assert inputs_sentence(seen, with_variants(SMALL, LARGE), ENGLISH) == "With `x = ramp(2, 3)`, `k = 2`:"


def test_the_inputs_that_the_learner_sees_are_not_told() -> None:
    assert inputs_sentence(replace(finding(), variant="small"), with_variants(SMALL, LARGE), ENGLISH) is None
    assert inputs_sentence(finding(), with_variants(Variant(name="default")), ENGLISH) is None


def test_another_variant_without_inputs_is_told_as_such() -> None:
    seen = replace(finding(), variant="large")

    assert inputs_sentence(seen, with_variants(SMALL, Variant(name="large")), ENGLISH) == "With other inputs:"


def test_a_buffer_that_is_a_plain_tensor_is_not_called_a_parameter() -> None:
    loose = replace(finding(Diagnosis.PLAIN_TENSOR), aspect=Aspect.BUFFERS)

    assert "not a buffer" in finding_sentence(loose, ENGLISH)
    assert "not a Parameter" in finding_sentence(finding(Diagnosis.PLAIN_TENSOR), ENGLISH)


def test_what_is_there_beside_what_is_missing_is_named_too() -> None:
    both = replace(finding(Diagnosis.NAMES_MISSING, names=("a",)), also=("b",))

    assert finding_sentence(both, ENGLISH) == "In `model` there should be: `a`. There should not be: `b`."


def test_a_check_speaks_in_the_instructors_words() -> None:
    check = Check(observe="model", says=Text("en", {"en": "Nothing trains", "zh": "什么都不训练"}))

    assert [check_sentence(check, Wording(language)) for language in ("en", "zh")] == ["Nothing trains", "什么都不训练"]


def test_a_check_without_words_says_what_it_looks_at() -> None:
    check = Check(observe="y", aspects=(Aspect.SHAPE, Aspect.VALUE))

    assert check_sentence(check, ENGLISH) == "Shape, Value of `y`"


def test_a_check_of_shared_memory_names_both_values() -> None:
    assert check_sentence(Check(observe="y", shares_with="t"), ENGLISH) == "Whether `y` and `t` share memory"


@pytest.mark.parametrize("aspect", list(Aspect))
def test_every_aspect_has_a_name(aspect: Aspect) -> None:
    assert aspect_name(aspect, ENGLISH) != ""


def test_a_broken_rule_speaks_in_the_instructors_words() -> None:
    rule = Rule(kind=RuleKind.MUST_NOT_CALL, name="clone", says=Text("en", {"en": "Do without clone()."}))
    broken = Finding(
        where="clone", aspect=Aspect.RULE, expected="", got="clone()", diagnosis=Diagnosis.RULE_BROKEN, rule=0, line=2
    )

    assert finding_sentence(broken, ENGLISH, (rule,)) == "Line 2: Do without clone()."


def test_a_broken_rule_without_words_names_what_it_forbids() -> None:
    broken = Finding(
        where="clone", aspect=Aspect.RULE, expected="", got="clone()", diagnosis=Diagnosis.RULE_BROKEN, rule=0, line=2
    )

    assert finding_sentence(broken, ENGLISH) == "Line 2 uses `clone`, which this exercise does without."
