"""Findings and checks as sentences."""

import pytest

from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.packs.model import Aspect, Check, Rule, RuleKind, Text
from quizapp.wording import Wording
from quizapp.wording.findings import aspect_name, check_sentence, finding_sentence

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
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_diagnosis_has_a_sentence_that_names_the_place(diagnosis: Diagnosis, language: str) -> None:
    assert "model" in finding_sentence(finding(diagnosis, names=("model",)), Wording(language))


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
