import pytest

from quizapp.judging.rules import broken_rules
from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.packs.model import Aspect, Rule, RuleKind

CALLS_NO_CLONE = Rule(kind=RuleKind.MUST_NOT_CALL, name="clone")


@pytest.mark.parametrize("code", ["x.clone()", "clone(x)", "torch.clone(x)", "y = f(x.t().clone(memory_format=m))"])
def test_every_way_to_call_counts(code: str) -> None:
    assert broken_rules((CALLS_NO_CLONE,), f"import torch\n{code}") == (
        Finding(
            where="clone",
            aspect=Aspect.RULE,
            expected="",
            got="clone()",
            diagnosis=Diagnosis.RULE_BROKEN,
            names=("clone",),
            rule=0,
            line=2,
        ),
    )


@pytest.mark.parametrize("code", ["clone = 1", "# x.clone()", "'x.clone()'", "x.cloned()", "f = x.clone"])
def test_what_is_no_call_breaks_no_rule_about_calls(code: str) -> None:
    assert broken_rules((CALLS_NO_CLONE,), code) == ()


def test_the_line_of_the_name_is_told_in_a_long_chain() -> None:
    (finding,) = broken_rules((CALLS_NO_CLONE,), "y = (x\n  .t()\n  .clone())")

    assert finding.line == 3


def test_what_must_be_called_and_is_not_has_no_line() -> None:
    rule = Rule(kind=RuleKind.MUST_CALL, name="backward")

    assert broken_rules((rule,), "loss.backward()") == ()
    assert [(each.expected, each.line) for each in broken_rules((rule,), "loss.mean()")] == [("backward()", None)]


@pytest.mark.parametrize(
    "code", ["x.data = y", "import data", "from data import x", "f(data=1)", "data", "import a.data as b"]
)
def test_every_way_to_use_a_name_counts(code: str) -> None:
    assert [each.line for each in broken_rules((Rule(kind=RuleKind.MUST_NOT_USE, name="data"),), code)] == [1]


def test_a_loop_can_be_forbidden() -> None:
    rule = Rule(kind=RuleKind.MUST_NOT_USE, name="for")

    assert [each.line for each in broken_rules((rule,), "a = 1\nb = [x for x in y]")] == [2]
    assert broken_rules((rule,), "a = 'for'") == ()


def test_a_dotted_name_means_just_this() -> None:
    rule = Rule(kind=RuleKind.MUST_NOT_CALL, name="torch.clone")

    assert broken_rules((rule,), "x.clone()") == ()
    assert len(broken_rules((rule,), "torch.clone(x)")) == 1


def test_code_that_does_not_parse_breaks_no_rule() -> None:
    assert broken_rules((Rule(kind=RuleKind.MUST_CALL, name="f"), CALLS_NO_CLONE), "def (:") == ()
