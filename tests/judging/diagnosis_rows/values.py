"""Rows of the table: values."""

from quizapp.judging.verdict import Diagnosis
from quizapp.packs.model import Aspect, Check, Rule, RuleKind
from tests.judging.diagnosis_rows.row import Row

UNTOUCHED = (Check(observe="x", aspects=(Aspect.VALUE, Aspect.VERSION)),)

WRITTEN = (
    Row(
        diagnosis=Diagnosis.WRITTEN_IN_PLACE,
        solution="def centred(x):\n    return x - x.mean()",
        wrong="def centred(x):\n    x -= x.mean()\n    return x",
        # Copied first: what is written over is the function's own.
        near_miss="def centred(x):\n    y = x.clone()\n    y -= x.mean()\n    return y",
        checks=UNTOUCHED,
        where="x",
        probe="x = torch.tensor([1.0, 2.0, 6.0])\ny = centred(x)\n",
    ),
    Row(
        diagnosis=Diagnosis.WRITTEN_IN_PLACE,
        solution="def without_negatives(x):\n    return x.clamp(min=0)",
        wrong="def without_negatives(x):\n    x[x < 0] = 0\n    return x",
        # Nothing is written: the name gets another tensor.
        near_miss="def without_negatives(x):\n    x = x.relu()\n    return x",
        checks=UNTOUCHED,
        where="x",
        probe="x = torch.tensor([1.0, -2.0])\ny = without_negatives(x)\n",
    ),
    Row(
        diagnosis=Diagnosis.WRITTEN_IN_PLACE,
        solution="def doubled(x):\n    return 2 * x",
        wrong="def doubled(x):\n    return x.mul_(2)",
        # Written, but with the numbers that were there: nobody's input has changed.
        near_miss="def doubled(x):\n    x.mul_(1)\n    return 2 * x",
        checks=UNTOUCHED,
        where="x",
        probe="x = torch.tensor([1.0, 2.0])\ny = doubled(x)\n",
    ),
)

Y = (Check(observe="y"),)
X = "import torch\nx = torch.arange(6.0).reshape(2, 3)\n"

VALUES = (
    Row(
        diagnosis=Diagnosis.MISSING_NAME,
        solution="y = x.mean()",
        wrong="Y = x.mean()",
        near_miss="y = x.sum()",
        checks=Y,
        where="y",
        given=X,
    ),
    Row(
        diagnosis=Diagnosis.MISSING_NAME,
        solution="def mean(x):\n    return x.mean()",
        wrong="def average(x):\n    return x.mean()",
        # The name is there; what is missing is one that the function itself uses.
        near_miss="def mean(x):\n    return total / x.numel()",
        checks=(Check(observe="mean(x)"),),
        where="mean",
        given=X,
    ),
    Row(
        diagnosis=Diagnosis.NOT_DEFINED_YET,
        solution="def mean(x):\n    return x.mean()",
        wrong="def mean(x):\n    x.mean()",
        near_miss="def mean(x):\n    return 0.0",
        checks=(Check(observe="mean(x)"),),
        where="mean(x)",
        given=X,
    ),
    Row(
        diagnosis=Diagnosis.WRONG_TYPE,
        solution="y = x.sum(dim=0)",
        wrong="y = x.sum(dim=0).tolist()",
        near_miss="y = x.sum(dim=1)",
        checks=Y,
        where="y",
        given=X,
    ),
    Row(
        diagnosis=Diagnosis.WRONG_TYPE,
        solution="y = x.sum().item()",
        wrong="y = x.sum()",
        near_miss="y = float(x.mean())",
        checks=Y,
        where="y",
        given=X,
    ),
    Row(
        diagnosis=Diagnosis.RAISED,
        solution="def columns(x):\n    return x.t().reshape(6)",
        wrong="def columns(x):\n    return x.t().view(6)",
        near_miss="def columns(x):\n    return x.view(6)",
        checks=(Check(observe="columns(x)"),),
        where="columns(x)",
        given=X,
    ),
    Row(
        diagnosis=Diagnosis.SHOULD_HAVE_RAISED,
        solution="def half(x):\n    if len(x) % 2:\n        raise ValueError('odd')\n    return x[: len(x) // 2]",
        wrong="def half(x):\n    return x[: len(x) // 2]",
        # It raises, though another error.
        near_miss="def half(x):\n    if len(x) % 2:\n        raise TypeError('odd')\n    return x[: len(x) // 2]",
        checks=(Check(observe="half([1, 2, 3])"),),
        where="half([1, 2, 3])",
        given=X,
    ),
    Row(
        diagnosis=Diagnosis.RULE_BROKEN,
        solution="y = x + 0",
        wrong="from torch import clone as copy\ny = copy(x)",
        near_miss="def clone(x):\n    return x + 0\ny = clone(x)  # not x.clone()",
        checks=Y,
        rules=(Rule(kind=RuleKind.MUST_NOT_CALL, name="clone"),),
        where="clone",
        given=X,
    ),
    Row(
        diagnosis=Diagnosis.RULE_BROKEN,
        solution="def step():\n    w.sum().backward()\nstep()",
        wrong="def step():\n    w.grad = torch.ones(3)\nstep()",
        near_miss="def step():\n    loss = w.sum()\n    getattr(loss, 'backward')()\nstep()",
        checks=(Check(observe="w.grad"),),
        rules=(Rule(kind=RuleKind.MUST_CALL, name="backward"),),
        where="backward",
        given="import torch\nw = torch.ones(3, requires_grad=True)\n",
    ),
)

ROWS: tuple[Row, ...] = (*VALUES, *WRITTEN)
