"""Assertions become checks that observe what they look at."""

import ast

import pytest

from quizapp.classroom.exchange.assertions import Test as Statement
from quizapp.classroom.exchange.assertions import Translated, translate
from quizapp.packs.model import Aspect, Tolerance


def translated(code: str, *learners: str) -> Translated:
    statements = [Statement(3, statement) for statement in ast.parse(code).body]
    return translate(statements, frozenset(learners or ("f", "x")))


@pytest.mark.parametrize(
    ("code", "observe", "aspects"),
    [
        ("assert f(2) == 4", "f(2)", ()),
        ("assert 4 == f(2)", "f(2)", ()),
        ("assert x.shape == (2, 3)", "x", (Aspect.SHAPE,)),
        ("assert x.dtype == torch.float32", "x", (Aspect.DTYPE,)),
        ("assert torch.allclose(x, torch.ones(2))", "x", (Aspect.SHAPE, Aspect.VALUE)),
        ("np.testing.assert_allclose(x, np.ones(2))", "x", (Aspect.VALUE,)),
        ("assert_equal(f(2), 4)", "f(2)", ()),
        ("tester.assertEqual(f(2), 4)", "f(2)", ()),
        ("assert isinstance(x, int)", "bool(isinstance(x, int))", ()),
        ("assert f(1) == f(2)", "bool(f(1) == f(2))", ()),
        ("assert x is None", "x is None", ()),
        ("assert x > 3", "bool(x > 3)", ()),
        ("with pytest.raises(ValueError):\n    f(-1)", "caught(lambda: f(-1))", ()),
        ("try:\n    f(-1)\nexcept ValueError:\n    pass\nelse:\n    assert False", "caught(lambda: f(-1))", ()),
        ("for n in range(3):\n    assert f(n) == n", "raises(assertions)", ()),
        ("def check():\n    assert f(1) == 1\ncheck()", "raises(assertions)", ()),
    ],
)
def test_an_assertion_becomes_a_check(code: str, observe: str, aspects: tuple[Aspect, ...]) -> None:
    found = translated(code)

    assert [(observe, aspects)] == [(check.observe, check.aspects) for check in found.checks]
    assert () == found.unnamed


def test_each_part_of_an_and_is_a_check_of_its_own() -> None:
    assert ["f(1)", "f(2)"] == [check.observe for check in translated("assert f(1) == 1 and f(2) == 2").checks]


def test_a_message_is_what_the_check_says() -> None:
    assert ["Twice is four."] == [check.says for check in translated('assert f(2) == 4, "Twice is four."').checks]


def test_a_named_tolerance_is_kept() -> None:
    (check,) = translated("assert torch.allclose(x, torch.ones(2), atol=0.01)").checks

    assert Tolerance(1e-5, 0.01) == check.tolerance


def test_a_value_is_kept_before_something_changes_it() -> None:
    found = translated("assert torch.equal(x, torch.ones(2))\nx.zero_()\nassert f(1) == 1")

    assert ["x_2", "f(1)"] == [check.observe for check in found.checks]
    assert "x_2 = (x).detach().clone()\nx.zero_()\n" == found.probe


def test_what_hangs_on_the_learners_code_through_another_name_is_observed() -> None:
    found = translated("want = 4\ngot = f(2)\nassert got == want")

    assert (["got"], "want = 4\ngot = f(2)\n") == ([check.observe for check in found.checks], found.probe)


def test_a_loop_whose_names_are_needed_later_runs_in_the_probe_and_is_told() -> None:
    found = translated("for n in range(3):\n    assert f(n) == n\nassert f(n) == 2")

    assert [1] == [test.line for test in found.unnamed]
    assert "assert f(n) == n" in found.probe
