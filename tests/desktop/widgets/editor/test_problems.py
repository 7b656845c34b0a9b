"""Problems found in code before it runs."""

import pytest

from quizapp.desktop.widgets.editor.problems import Level, Problem, defined_names, find_problems


def said(problems: tuple[Problem, ...]) -> list[tuple[int, int, int, str]]:
    return [(found.line, found.column, found.end_column, str(found.says)) for found in problems]


def test_right_code_has_no_problems() -> None:
    assert find_problems("import torch\n\nx = torch.ones(2)\n") == ()


def test_an_open_bracket_is_an_error_at_its_place() -> None:
    assert said(find_problems("x = 1\ny = foo(1,\n")) == [(2, 7, 8, "( was never closed")]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("if x\n    pass", "A colon is missing here"),
        ("x = 'a", "This string has no closing quote"),
        ("x = (1]", "] does not close ("),
        ("x = 1)", ") closes nothing"),
        ("if x:\npass", "An indented line must follow 'if' statement"),
        ("x = 1\n  y = 2", "This line is indented without need"),
        ("if x:\n    y = 1\n  z = 2", "This indentation matches no line above"),
        ("f() = 1", "Not valid Python here. Did you mean == instead of =?"),
        ("x = 1 2", "Not valid Python here"),
        ("x = a，b", "The character ， can't stand in code"),
        ("x = 12ab", "This is not how a number is written in Python"),
    ],
)
def test_a_syntax_error_is_said_in_our_words(code: str, words: str) -> None:
    assert [str(found.says) for found in find_problems(code)] == [words]


def test_a_name_that_nothing_defines_is_a_warning() -> None:
    found = find_problems("print(modle)")

    assert said(found) == [(1, 6, 11, "The name modle is not defined")]
    assert found[0].level is Level.WARNING


def test_a_name_that_the_given_code_defines_is_no_problem() -> None:
    assert find_problems("print(model)", defined_names("model = 3")) == ()


def test_columns_count_characters_where_emoji_and_cjk_stand_before() -> None:
    assert said(find_problems("s = '😀中', zzz")) == [(1, 10, 13, "The name zzz is not defined")]


def test_an_unused_import_is_no_problem_for_a_learner() -> None:
    assert find_problems("import torch\n") == ()


def test_a_local_name_used_before_its_value_is_told() -> None:
    code = "n = 1\ndef f():\n    print(n)\n    n = 2\n"

    assert [str(found.says) for found in find_problems(code)] == ["n is used before it gets its value here"]


def test_several_problems_come_by_line() -> None:
    assert [found.line for found in find_problems("def f():\n    return aa\nbb\n")] == [2, 3]


@pytest.mark.parametrize("code", ["\x00", "(" * 5000, "x = '\ud83d'", "-" * 200_000 + "1"])
def test_code_that_python_itself_can_not_read_does_no_harm(code: str) -> None:
    assert len(find_problems(code)) <= 1


def test_given_code_defines_imports_functions_classes_and_loop_variables() -> None:
    given = (
        "import torch.nn as nn\nfrom a import b as c\ndef f(): pass\nclass K: pass\nfor i, (j, _k) in []: pass\nm = 1\n"
    )

    assert {"nn", "c", "f", "K", "i", "j", "m"} <= defined_names(given)


def test_given_code_with_a_fault_defines_nothing() -> None:
    assert defined_names("def f(:") == frozenset()
