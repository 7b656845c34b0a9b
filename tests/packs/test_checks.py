import pytest

from quizapp.packs.model import Aspect, Tolerance, Variant
from tests.packs.sample import PackFolder

TOML = "freezing/typo/exercise.toml"

ASPECTS = ", ".join(f'"{aspect}"' for aspect in sorted(Aspect) if aspect not in ("rule", "name", "error"))


def test_a_misspelt_key_of_a_check_names_the_nearest(folder: PackFolder) -> None:
    folder.change(TOML, "shares_with", "share_with")
    assert folder.problems() == [f'{TOML}:22: checks[1].share_with: unknown key; did you mean "shares_with"?']


def test_a_missing_key_of_a_check_is_named_with_the_checks_line(folder: PackFolder) -> None:
    folder.change(TOML, 'observe = "y"\n', "")
    assert folder.problems() == [f"{TOML}:20: checks[1].observe: this key is missing"]


def test_an_exercise_without_checks_is_a_problem(folder: PackFolder) -> None:
    folder.write(TOML, 'title = "x"\nchecks = []\n')
    assert folder.problems()[0] == f"{TOML}:2: checks: expected something here, found []"


def test_an_unknown_aspect_is_named_with_the_allowed_ones(folder: PackFolder) -> None:
    folder.change(TOML, '["trainable"]', '["trainable", "trainble"]')
    assert folder.problems() == [
        f'{TOML}:17: checks[0].aspects[1]: expected one of {ASPECTS}, found "trainble"; did you mean "trainable"?'
    ]


def test_an_aspect_that_judging_makes_is_no_aspect_of_a_check(folder: PackFolder) -> None:
    folder.change(TOML, '["trainable"]', '["rule"]')
    assert folder.problems() == [f'{TOML}:17: checks[0].aspects[0]: expected one of {ASPECTS}, found "rule"']


@pytest.mark.parametrize(("aspect", "key"), [("sharing", "shares_with"), ("identity", "same_as")])
def test_an_aspect_of_two_values_needs_the_second(folder: PackFolder, aspect: str, key: str) -> None:
    folder.change(TOML, '["trainable"]', f'["{aspect}"]')
    assert folder.problems() == [
        f'{TOML}:17: checks[0].aspects[0]: "{aspect}" is about two values; add {key} = "…" to this check'
    ]


@pytest.mark.parametrize(("written", "found"), [('"small"', '"small"'), ("[1]", "[…]"), ("true", "true")])
def test_a_tolerance_of_the_wrong_type_is_a_problem(folder: PackFolder, written: str, found: str) -> None:
    folder.change(TOML, "{ relative = 1e-5, absolute = 1e-6 }", written)
    assert folder.problems() == [
        f"{TOML}:23: checks[1].tolerance: expected a number ≥ 0 or {{ relative = …, absolute = … }}, found {found}"
    ]


def test_a_tolerance_below_zero_is_a_problem(folder: PackFolder) -> None:
    folder.change(TOML, "absolute = 1e-6", "absolute = -1")
    assert folder.problems() == [f"{TOML}:23: checks[1].tolerance.absolute: expected a number ≥ 0, found -1"]


def test_a_tolerance_that_is_a_number_is_absolute(folder: PackFolder) -> None:
    folder.change(TOML, "{ relative = 1e-5, absolute = 1e-6 }", "0.5")
    assert folder.exercise("freezing/typo").checks[1].tolerance == Tolerance(relative=0.0, absolute=0.5)


@pytest.mark.parametrize(
    ("old", "key", "line"),
    [('observe = "y"', "observe", 21), ('shares_with = "x"', "shares_with", 22)],
)
def test_what_is_observed_must_be_an_expression(folder: PackFolder, old: str, key: str, line: int) -> None:
    folder.change(TOML, old, f'{key} = "y = 1"')
    assert folder.problems() == [
        f'{TOML}:{line}: checks[1].{key}: expected a Python expression, found "y = 1" (invalid syntax)'
    ]


def test_what_is_the_same_must_be_an_expression(folder: PackFolder) -> None:
    folder.change(TOML, 'shares_with = "x"', 'same_as = ""')
    assert folder.problems() == [
        f'{TOML}:22: checks[1].same_as: expected a Python expression, found "" (invalid syntax)'
    ]


def test_words_of_a_check_need_the_packs_own_language(folder: PackFolder) -> None:
    folder.change(TOML, '{ en = "Nothing trains", zh', "{ zh")
    assert folder.problems() == [f'{TOML}:18: checks[0].says: the text in the pack\'s own language, "en", is missing']


def test_a_text_that_is_a_number_is_a_problem(folder: PackFolder) -> None:
    folder.change(TOML, '{ en = "Nothing trains", zh = "没有可训练的参数" }', "3")
    assert folder.problems() == [
        f'{TOML}:18: checks[0].says: expected text in quotes or {{ en = "…", zh = "…" }}, found 3'
    ]


def test_a_translation_that_is_a_number_is_a_problem(folder: PackFolder) -> None:
    folder.change(TOML, '"没有可训练的参数"', "3")
    assert folder.problems() == [f"{TOML}:18: checks[0].says.zh: expected text in quotes, found 3"]


def test_a_language_that_is_no_code_is_a_problem(folder: PackFolder) -> None:
    folder.change(TOML, 'zh = "没有可训练的参数"', 'Chinese = "没有可训练的参数"')
    assert folder.problems() == [
        f'{TOML}:18: checks[0].says.Chinese: expected a language such as "en" or "zh", found "Chinese"'
    ]


def test_an_empty_text_is_a_problem(folder: PackFolder) -> None:
    folder.change(TOML, '"没有可训练的参数"', '" "')
    assert folder.problems() == [f"{TOML}:18: checks[0].says.zh: there is no text here"]


def test_a_rule_without_its_kind_is_a_problem(folder: PackFolder) -> None:
    folder.change(TOML, 'must_not_call = "clone"\n', "")
    assert folder.problems() == [
        f'{TOML}:11: rules[0]: expected exactly one of "must_call", "must_not_call", "must_not_use", found 0'
    ]


def test_a_rule_of_two_kinds_is_a_problem(folder: PackFolder) -> None:
    folder.change(TOML, 'must_not_call = "clone"', 'must_not_call = "clone"\nmust_call = "view"')
    assert folder.problems() == [
        f'{TOML}:11: rules[0]: expected exactly one of "must_call", "must_not_call", "must_not_use", found 2'
    ]


def test_an_input_must_be_an_expression(folder: PackFolder) -> None:
    folder.change(TOML, '"ramp(3, 4)"', '"ramp(3, 4"')
    assert folder.problems() == [
        f"{TOML}:9: variants[0].inputs.x: expected a Python expression, found \"ramp(3, 4\" ('(' was never closed)"
    ]


@pytest.mark.parametrize("name", ["x-y", "for", "1"])
def test_an_inputs_name_must_be_a_python_name(folder: PackFolder, name: str) -> None:
    folder.change(TOML, "{ x =", f"{{ {name} =")
    assert folder.problems() == [f'{TOML}:9: variants[0].inputs.{name}: expected a Python name, found "{name}"']


def test_an_input_that_is_a_number_is_a_problem(folder: PackFolder) -> None:
    folder.change(TOML, '"ramp(3, 4)"', "3")
    assert folder.problems() == [f"{TOML}:9: variants[0].inputs.x: expected text in quotes, found 3"]


def test_two_variants_of_one_name_are_a_problem(folder: PackFolder) -> None:
    folder.change(TOML, "[[rules]]", '[[variants]]\nname = "wide"\n\n[[rules]]')
    assert folder.problems() == [f'{TOML}:12: variants[1].name: there is another variant with the name "wide"']


def test_without_variants_there_is_one_without_inputs(folder: PackFolder) -> None:
    folder.change(TOML, '[[variants]]\nname = "wide"\ninputs = { x = "ramp(3, 4)" }\n', "")
    assert folder.exercise("freezing/typo").variants == (Variant(name="default"),)


@pytest.mark.parametrize(("written", "sign"), [("60", "≤ 30"), ("0", "> 0"), ("-1", "> 0")])
def test_a_limit_out_of_bounds_is_a_problem(folder: PackFolder, written: str, sign: str) -> None:
    folder.change(TOML, "seconds = 5", f"seconds = {written}")
    assert folder.problems() == [f"{TOML}:5: limits.seconds: expected a number {sign}, found {written}"]


def test_a_limit_of_the_wrong_type_is_a_problem(folder: PackFolder) -> None:
    folder.change(TOML, "seconds = 5", 'seconds = "5 s"')
    assert folder.problems() == [f'{TOML}:5: limits.seconds: expected a number, found "5 s"']


def test_a_check_weighs_1_or_what_is_written(folder: PackFolder) -> None:
    folder.change(TOML, '["trainable"]', '["trainable"]\nweight = 2.5')
    checks = folder.exercise("freezing/typo").checks

    assert [2.5, 1.0] == [check.weight for check in checks[:2]]


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("-1", "expected a number ≥ 0, found -1"),
        ("inf", "expected a number ≤ 1000, found inf"),
        ('"much"', 'expected a number, found "much"'),
    ],
)
def test_a_weight_that_is_no_number_of_points_is_a_problem(folder: PackFolder, written: str, says: str) -> None:
    folder.change(TOML, '["trainable"]', f'["trainable"]\nweight = {written}')
    assert folder.problems() == [f"{TOML}:18: checks[0].weight: {says}"]


def test_checks_of_which_none_is_worth_anything_are_a_problem(folder: PackFolder) -> None:
    folder.write(TOML, 'title = "x"\n\n[[checks]]\nobserve = "y"\nweight = 0\n')
    assert (
        folder.problems()[0]
        == f"{TOML}:5: checks[0].weight: the weight of every check is 0; let one be worth something"
    )
