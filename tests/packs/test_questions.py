import pytest

from quizapp.packs.model import Asked, Option, Prediction, Question, QuestionKind, Text
from tests.packs.sample import PackFolder

CHOICE = "views/choice.md"
CHOICE_ZH = "views/choice.zh.md"


def test_a_choice_is_read_in_both_languages(folder: PackFolder) -> None:
    assert folder.question("views/choice") == Question(
        id="sample/views/choice",
        folder=folder.root / "views",
        title=Text("en", {"en": "Sharing", "zh": "共享"}),
        kind=QuestionKind.CHOICE,
        prompt=Text("en", {"en": "Does `y` share memory with `t`?", "zh": "`y` 与 `t` 共享内存吗？"}),
        explanation=Text("en", {"en": "A view shares its memory.", "zh": "视图共享内存。"}),
        code="import torch\nt = torch.zeros(4)\ny = t.view(2, 2)",
        options=(
            Option(text=Text("en", {"en": "Yes", "zh": "是"}), right=True),
            Option(
                text=Text("en", {"en": "No", "zh": "否"}),
                right=False,
                why=Text("en", {"en": "`view` never copies.", "zh": "`view` 从不复制。"}),
            ),
        ),
    )


def test_the_lines_to_order_are_cut_from_the_prompt(folder: PackFolder) -> None:
    question = folder.question("views/order")
    assert question.lines == ("m.requires_grad_(False)", "m.head = nn.Linear(4, 2)")
    assert question.prompt.read("en") == "Put the lines in order."


def test_a_shape_question_has_answers_and_an_expression(folder: PackFolder) -> None:
    question = folder.question("views/shape")
    assert (question.answers, question.observe) == (("4, 2, 3",), "r")


def test_a_plain_code_block_stays_in_the_prompt(folder: PackFolder) -> None:
    folder.change(CHOICE, "```python run", "```python")
    question = folder.question("views/choice")
    assert question.code is None
    assert "```python\nimport torch" in question.prompt.read("en")


def test_an_option_may_go_on_in_indented_lines(folder: PackFolder) -> None:
    folder.change("views/multiple.md", "- [x] `view`\n", "- [x] `view`\n  and its kin\n\n  > Yes,\n  > always.\n\n")
    option = folder.question("views/multiple").options[0]
    assert (option.text.read("en"), option.why and option.why.read("en")) == (
        "`view`\nand its kin",
        "Yes,\nalways.",
    )


def test_an_unknown_kind_lists_the_kinds(folder: PackFolder) -> None:
    folder.change(CHOICE, '"choice"', '"choise"')
    assert folder.problems() == [
        'views/choice.md:2: kind: expected one of "choice", "multiple", "number", "order", "predict", "shape", "spot", '
        '"text", found "choise"; did you mean "choice"?'
    ]


def test_a_choice_without_a_right_option_is_a_problem(folder: PackFolder) -> None:
    folder.change(CHOICE, "[x]", "[ ]")
    folder.change(CHOICE_ZH, "[x]", "[ ]")
    assert folder.problems() == ["views/choice.md:13: expected one option marked [x], found none"]


def test_a_choice_with_two_right_options_is_a_problem(folder: PackFolder) -> None:
    folder.change(CHOICE, "[ ]", "[x]")
    folder.change(CHOICE_ZH, "[ ]", "[X]")
    assert folder.problems() == [
        'views/choice.md:14: expected one option marked [x], found 2; or did you mean kind = "multiple"?'
    ]


def test_a_multiple_without_a_right_option_is_a_problem(folder: PackFolder) -> None:
    folder.change("views/multiple.md", "[x] `view`", "[ ] `view`")
    folder.change("views/multiple.md", "[x] `transpose`", "[ ] `transpose`")
    assert folder.problems() == ["views/multiple.md:6: expected at least one option marked [x], found none"]


def test_a_choice_needs_two_options(folder: PackFolder) -> None:
    folder.write("views/multiple.md", '+++\nkind = "choice"\n+++\nWhich?\n\n---\n\nThis.\n')
    assert folder.problems() == [
        'views/multiple.md:4: expected at least 2 options as "- [x] right" or "- [ ] wrong" at the end of the prompt'
    ]


@pytest.mark.parametrize("slip", ["-[x] Yes", "- [] Yes", "* [x] Yes", "- [v] Yes", " - [x] Yes"])
def test_a_slip_in_an_options_mark_is_a_problem(folder: PackFolder, slip: str) -> None:
    folder.change(CHOICE, "- [x] Yes", slip)
    assert folder.problems() == ['views/choice.md:13: expected an option as "- [x] right" or "- [ ] wrong"']


def test_an_option_without_text_is_a_problem(folder: PackFolder) -> None:
    folder.change(CHOICE, "- [x] Yes", "- [x]")
    assert folder.problems() == ["views/choice.md:13: there is no text in this option"]


def test_text_after_the_options_is_a_problem(folder: PackFolder) -> None:
    folder.change(CHOICE, "copies.\n", "copies.\n\nChoose well.\n")
    assert folder.problems() == ['views/choice.md:17: expected another option, or a line "---" and the explanation']


def test_a_translation_with_other_marks_is_a_problem(folder: PackFolder) -> None:
    folder.write(CHOICE_ZH, "共享吗？\n\n- [ ] 否\n- [x] 是\n\n---\n\n视图。\n")
    assert folder.problems() == [
        "views/choice.zh.md:3: expected this option to be marked [x] as in choice.md",
        "views/choice.zh.md:4: expected this option to be marked [ ] as in choice.md",
    ]


def test_a_translation_with_other_options_is_a_problem(folder: PackFolder) -> None:
    folder.write(CHOICE_ZH, "共享吗？\n\n- [x] 是\n\n---\n\n视图。\n")
    assert folder.problems() == ["views/choice.zh.md:1: expected 2 options as in choice.md, found 1"]


def test_a_translation_without_options_is_a_problem(folder: PackFolder) -> None:
    folder.write(CHOICE_ZH, "共享吗？\n\n---\n\n视图。\n")
    assert folder.problems() == ["views/choice.zh.md:1: expected 2 options as in choice.md, found 0"]


def test_a_reason_only_in_a_translation_is_a_problem(folder: PackFolder) -> None:
    folder.change(CHOICE_ZH, "- [x] 是\n", "- [x] 是\n  > 对。\n")
    assert folder.problems() == ["views/choice.zh.md:6: this option has a reason here and none in choice.md"]


def test_a_translation_that_repeats_the_snippet_is_a_problem(folder: PackFolder) -> None:
    folder.change(CHOICE_ZH, "- [x] 是", "```python run\nx = 1\n```\n\n- [x] 是")
    assert folder.problems() == ["views/choice.zh.md:6: this code block stands in choice.md already; leave it out here"]


def test_a_question_without_an_explanation_is_a_problem(folder: PackFolder) -> None:
    folder.change("views/text.md", "---\n", "")
    assert folder.problems() == ['views/text.md:5: expected a line "---" between the prompt and the explanation']


@pytest.mark.parametrize("kind", ["shape", "number", "text", "spot", "predict"])
def test_a_question_that_is_typed_needs_answers(folder: PackFolder, kind: str) -> None:
    text = (folder.root / f"views/{kind}.md").read_text(encoding="utf-8")
    answers = next(line for line in text.split("\n") if line.startswith("answers"))
    folder.change(f"views/{kind}.md", answers, "answers = []")
    assert folder.problems() == [
        f"views/{kind}.md:3: answers: expected at least one accepted answer: add answers = […] to the front matter"
    ]


def test_a_question_about_what_a_snippet_gives_needs_one_that_is_run(folder: PackFolder) -> None:
    folder.change("views/predict.md", "python run", "python")
    assert folder.problems() == [
        'views/predict.md:5: expected a code block that begins with "```python run" in the prompt'
    ]


def test_a_question_about_a_faulty_line_needs_a_snippet(folder: PackFolder) -> None:
    folder.change("views/spot.md", "```python run", "```text")
    assert folder.problems() == [
        'views/spot.md:5: expected a code block that begins with "```python" or "```python run" in the prompt'
    ]


def test_the_snippet_of_a_spot_question_may_be_there_to_be_read_only(folder: PackFolder) -> None:
    run = folder.question("views/spot")
    folder.change("views/spot.md", "python run", "python")
    read = folder.question("views/spot")

    assert (True, False) == (run.runs, read.runs)
    assert (run.code, run.prompt) == (read.code, read.prompt)


def test_a_shape_that_is_no_shape_is_a_problem(folder: PackFolder) -> None:
    folder.change("views/shape.md", '["4, 2, 3"]', '["(4, 2, 3)", "4 x 2"]')
    assert folder.problems() == ['views/shape.md:3: answers[1]: expected a shape as "4, 2, 3", found "4 x 2"']


def test_an_observed_value_needs_a_snippet(folder: PackFolder) -> None:
    folder.change("views/shape.md", "python run", "python")
    assert folder.problems() == [
        'views/shape.md:4: observe: there is no code block that begins with "```python run", so nothing can be observed'
    ]


def test_an_observed_value_must_be_an_expression(folder: PackFolder) -> None:
    folder.change("views/shape.md", 'observe = "r"', 'observe = "r ="')
    assert folder.problems() == [
        'views/shape.md:4: observe: expected a Python expression, found "r =" (invalid syntax)'
    ]


def test_a_snippet_that_is_run_must_parse(folder: PackFolder) -> None:
    folder.change("views/predict.md", "print(", "print((")
    assert folder.problems() == ["views/predict.md:9: this Python can't be parsed: '(' was never closed"]


def test_the_snippet_of_a_spot_question_may_be_broken(folder: PackFolder) -> None:
    folder.change("views/spot.md", "m.parameters():", "m.parameters()")
    assert folder.problems() == []


def test_a_number_that_is_none_is_a_problem(folder: PackFolder) -> None:
    folder.change("views/number.md", '"24.0"', '"two dozen"')
    assert folder.problems() == [
        'views/number.md:3: answers[1]: expected a number in quotes as "0.5", found "two dozen"'
    ]


def test_answers_stand_in_quotes(folder: PackFolder) -> None:
    folder.change("views/number.md", '"24.0"', "24.0")
    assert folder.problems() == ["views/number.md:3: answers[1]: expected text in quotes, found 24.0"]


@pytest.mark.parametrize("line", ["0", "3", "-1", "two"])
def test_a_spotted_line_is_in_the_snippet(folder: PackFolder, line: str) -> None:
    folder.change("views/spot.md", '["2"]', f'["{line}"]')
    assert folder.problems() == [
        'views/spot.md:3: answers[0]: expected the number of a line of the snippet in quotes, "1" to "2", '
        f'found "{line}"'
    ]


def test_an_order_question_needs_lines(folder: PackFolder) -> None:
    folder.change("views/order.md", "```python order", "```python")
    assert folder.problems() == [
        'views/order.md:4: expected the lines to order in a code block that begins with "```python order"'
    ]


def test_one_line_can_not_be_ordered(folder: PackFolder) -> None:
    folder.change("views/order.md", "m.head = nn.Linear(4, 2)\n", "")
    assert folder.problems() == ["views/order.md:7: expected at least 2 lines to order"]


def test_a_misspelt_word_after_python_is_a_problem(folder: PackFolder) -> None:
    folder.change("views/order.md", "python order", "python ordr")
    assert folder.problems() == [
        'views/order.md:6: expected "python", "python run" or "python order", found "python ordr"'
    ]


def test_answers_of_a_choice_are_a_problem(folder: PackFolder) -> None:
    folder.change(CHOICE, "title", 'answers = ["Yes"]\ntitle')
    assert folder.problems() == ['views/choice.md:3: answers: a question of kind "choice" has no answers here']


def test_options_of_a_text_question_are_a_problem(folder: PackFolder) -> None:
    folder.change("views/text.md", "---", "- [x] contiguous\n\n---")
    assert folder.problems() == [
        'views/text.md:7: only questions of kind "choice" and "multiple" have options, not "text"'
    ]


def test_lines_to_order_in_another_question_are_a_problem(folder: PackFolder) -> None:
    folder.change("views/text.md", "---", "```python order\na\nb\n```\n\n---")
    assert folder.problems() == ['views/text.md:7: only a question of kind "order" has lines to order, not "text"']


def test_an_expression_in_another_question_is_a_problem(folder: PackFolder) -> None:
    folder.change("views/number.md", "answers", 'observe = "r"\nanswers')
    assert folder.problems() == [
        'views/number.md:3: observe: only a question of kind "shape" or "predict" observes a value, not "number"'
    ]


PREDICT = "views/predict.md"
SHARING = 'asks = "sharing"\nobserve = "y"\nshares_with = "x"\nanswers = ["no"]'


def ask_instead(folder: PackFolder, front: str) -> None:
    """Let the question that predicts ask for something else than what is printed."""
    folder.change(PREDICT, 'answers = ["6.0"]', front)


def test_a_question_may_ask_whether_memory_is_shared(folder: PackFolder) -> None:
    ask_instead(folder, SHARING)

    question = folder.question("views/predict")
    assert (question.prediction, question.choices, question.answers) == (
        Prediction(observe="y", asks=Asked.SHARING, shares_with="x"),
        ("yes", "no"),
        ("no",),
    )


@pytest.mark.parametrize(
    "front",
    ['asks = "gradient"\nobserve = "w"\nanswers = ["absent"]', 'asks = "shape"\nobserve = "w"\nanswers = ["4, 2"]'],
)
def test_a_question_may_ask_for_gradient_or_shape(folder: PackFolder, front: str) -> None:
    ask_instead(folder, front)

    assert folder.problems() == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            '"no"',
            '"maybe"',
            '6: answers[0]: expected one of "yes", "no", found "maybe"',
        ),
        ('["no"]', '["no", "yes"]', "6: answers: expected one answer, found 2"),
        ('shares_with = "x"\n', "", '3: asks: "sharing" is about two values; add shares_with = "…"'),
        (
            '"sharing"',
            '"gradient"',
            '5: shares_with: this key goes with asks = "sharing" only',
        ),
        (
            '"sharing"',
            '"sharin"',
            '3: asks: expected one of "gradient", "shape", "sharing", found "sharin"; did you mean "sharing"?',
        ),
        ('observe = "y"\n', "", '3: asks: expected the expression that is asked about: add observe = "…"'),
        ('"y"', '"y ="', '4: observe: expected a Python expression, found "y =" (invalid syntax)'),
        ('"x"', '"x ="', '5: shares_with: expected a Python expression, found "x =" (invalid syntax)'),
        (
            'asks = "sharing"\n',
            "",
            '3: observe: expected what is asked of this value: add asks = "shape", "gradient" or "sharing"',
        ),
    ],
)
def test_what_a_question_asks_must_fit_together(folder: PackFolder, old: str, new: str, problem: str) -> None:
    ask_instead(folder, SHARING.replace(old, new))

    assert f"{PREDICT}:{problem}" in folder.problems()


def test_a_shape_to_predict_must_be_a_shape(folder: PackFolder) -> None:
    ask_instead(folder, 'asks = "shape"\nobserve = "y"\nanswers = ["four"]')

    assert folder.problems() == [f'{PREDICT}:5: answers[0]: expected a shape as "4, 2, 3", found "four"']


def test_a_question_of_another_kind_predicts_nothing(folder: PackFolder) -> None:
    folder.change("views/number.md", "answers", 'asks = "shape"\nanswers')

    assert folder.problems() == ['views/number.md:3: asks: only a question of kind "predict" has this key']


def test_a_tolerance_belongs_to_a_number_and_has_an_end(folder: PackFolder) -> None:
    folder.change("views/number.md", "answers", "tolerance = inf\nanswers")
    folder.change("views/text.md", "answers", "tolerance = 0.1\nanswers")
    assert folder.problems() == [
        "views/number.md:3: tolerance: expected a number ≥ 0, found inf",
        'views/text.md:3: tolerance: only a question of kind "number" has a tolerance, not "text"',
    ]
