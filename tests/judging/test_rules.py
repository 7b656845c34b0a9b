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


@pytest.mark.parametrize(
    "code",
    [
        "from torch import clone as c; y = c(x)",
        "import torch as t; y = t.clone(x)",
        "t = torch; y = t.clone(x)",
        "c = torch.clone; y = c(x)",
        "c = x.clone; d = c; y = d()",
        'y = getattr(x, "clone")()',
        'c = getattr(torch, "clone"); y = c(x)',
        "ys = list(map(torch.clone, xs))",
        "ys = [y.clone() for y in xs]",
        "with f(x.clone()) as y: pass",
        "del a[x.clone()]",
        "def f(y=x.clone()): pass",
        "y = f'{x.clone()}'",
        "y = torch.Tensor.clone(x)",
        "y = (lambda a: a.clone())(x)",
        "self.clone()",
    ],
)
def test_a_call_under_another_name_or_in_another_place_counts(code: str) -> None:
    (finding,) = broken_rules((CALLS_NO_CLONE,), f"import torch\n{code}")

    assert finding.line == 2


@pytest.mark.parametrize(
    "code",
    [
        "def clone(x): return x + 0\ny = clone(x)",
        "clone = lambda x: x + 0\ny = clone(x)",
        "class Net:\n    def clone(self): return 1\n    def f(self): return self.clone()",
        "def f(clone): return clone(1)",
        'log("clone()")',
        "y = torch.relu(x)  # or torch.clone(x)",
        'y = {"clone": f(x)}',
        "c = torch.clone\nc = torch.relu\ny = c(x)",
        "y = f(clone=True)",
    ],
)
def test_a_function_of_ones_own_breaks_no_rule_about_calls(code: str) -> None:
    assert broken_rules((CALLS_NO_CLONE,), code) == ()


def test_a_known_call_in_a_function_of_the_same_name_counts() -> None:
    assert [each.line for each in broken_rules((CALLS_NO_CLONE,), "def clone(x):\n    return x.clone()")] == [2]


def test_a_function_of_ones_own_is_called_if_it_must_be() -> None:
    rule = Rule(kind=RuleKind.MUST_CALL, name="train_step")

    assert broken_rules((rule,), "def train_step(): ...\ntrain_step()") == ()


@pytest.mark.parametrize(
    "code",
    [
        "@torch.no_grad()\ndef f(): ...",
        "@torch.no_grad\ndef f(): ...",
        "with torch.no_grad(): ...",
        "from torch import no_grad as quiet\nwith quiet(): ...",
    ],
)
def test_decorators_and_contexts_are_calls(code: str) -> None:
    assert broken_rules((Rule(kind=RuleKind.MUST_CALL, name="no_grad"),), code) == ()


@pytest.mark.parametrize("code", ["# loss.backward()", "'backward()'", "loss.backward", "backward = 1", "del backward"])
def test_what_only_looks_like_a_call_is_none(code: str) -> None:
    assert len(broken_rules((Rule(kind=RuleKind.MUST_CALL, name="backward"),), code)) == 1


@pytest.mark.parametrize(
    "code",
    [
        "import torch.nn.functional as F\ny = F.softmax(x)",
        "from torch.nn import functional as f\ny = f.softmax(x)",
        "from torch import nn\ny = nn.functional.softmax(x)",
        "from torch.nn.functional import softmax\ny = softmax(x)",
        "import torch\ny = torch.nn.functional.softmax(x)",
    ],
)
@pytest.mark.parametrize("name", ["softmax", "F.softmax", "torch.nn.functional.softmax"])
def test_a_function_is_known_whatever_its_module_is_called(code: str, name: str) -> None:
    (finding,) = broken_rules((Rule(kind=RuleKind.MUST_NOT_CALL, name=name),), code)

    assert finding.line == 2


def test_names_that_the_given_code_imports_are_known() -> None:
    rule = Rule(kind=RuleKind.MUST_NOT_CALL, name="torch.nn.functional.softmax")

    assert broken_rules((rule,), "y = ops.softmax(x)") == ()
    assert len(broken_rules((rule,), "y = ops.softmax(x)", "import torch.nn.functional as ops")) == 1


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


@pytest.mark.parametrize("code", ['getattr(x, "data")', 'setattr(x, "data", y)', "del x.data", "with x.data as d: ..."])
def test_every_way_to_reach_an_attribute_counts(code: str) -> None:
    assert [each.line for each in broken_rules((Rule(kind=RuleKind.MUST_NOT_USE, name="data"),), code)] == [1]


@pytest.mark.parametrize("code", ["# x.data", "'x.data'", "x.database", "dataset = 1", 'print("data")'])
def test_what_only_mentions_a_name_does_not_use_it(code: str) -> None:
    assert broken_rules((Rule(kind=RuleKind.MUST_NOT_USE, name="data"),), code) == ()


@pytest.mark.parametrize(
    "code", ["from torch.nn import Linear", "import torch.nn as n\nn.Linear", "from torch import nn\nnn.Linear(1, 1)"]
)
def test_a_dotted_name_is_used_whatever_its_module_is_called(code: str) -> None:
    assert len(broken_rules((Rule(kind=RuleKind.MUST_NOT_USE, name="torch.nn.Linear"),), code)) == 1


@pytest.mark.parametrize(("name", "code"), [("del", "del x"), ("with", "with x: ..."), ("lambda", "f = lambda: 1")])
def test_a_statement_can_be_forbidden(name: str, code: str) -> None:
    assert [each.line for each in broken_rules((Rule(kind=RuleKind.MUST_NOT_USE, name=name),), code)] == [1]


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
