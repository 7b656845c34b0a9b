"""Rows of the table: gradients."""

from quizapp.judging.verdict import Diagnosis
from quizapp.packs.model import Aspect, Check
from tests.judging.diagnosis_rows.row import Row

GIVEN = (
    "import torch\nfrom torch import nn\ntorch.manual_seed(0)\n"
    "net = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 1))\nx, y = torch.randn(8, 3), torch.randn(8, 1)\n"
)
W = "import torch\nw = torch.tensor([0.5, 1.5, 2.5], requires_grad=True)\nb = torch.tensor(2.0, requires_grad=True)\n"

BACKWARD = "((net(x) - y) ** 2).mean().backward()\n"
GRADIENTS = (Check(observe="net", aspects=(Aspect.GRADIENT,)),)
OF_W = (Check(observe="w", aspects=(Aspect.GRADIENT,)),)

ROWS: tuple[Row, ...] = (
    Row(
        diagnosis=Diagnosis.GRADIENT_MISSING,
        solution=BACKWARD,
        wrong="loss = ((net(x) - y) ** 2).mean()\n",
        near_miss="((net(x) - y) ** 2).sum().backward()\n",
        checks=GRADIENTS,
        where="net.0.weight.grad",
        given=GIVEN,
    ),
    Row(
        diagnosis=Diagnosis.GRADIENT_MISSING,
        solution="(w * b).sum().backward()",
        wrong="(w.detach() * b).sum().backward()",
        near_miss="(w * b.detach()).mean().backward()",
        checks=(Check(observe="w.grad"),),
        where="w.grad",
        given=W,
    ),
    Row(
        diagnosis=Diagnosis.GRADIENT_UNEXPECTED,
        solution="(w.detach() * b).sum().backward()",
        wrong="(w * b).sum().backward()",
        near_miss="(w * 0 * b).sum().backward()",
        checks=OF_W,
        where="w.grad",
        given=W,
    ),
    Row(
        diagnosis=Diagnosis.GRADIENT_ZERO,
        solution=f"{BACKWARD}net.zero_grad()",
        wrong=f"{BACKWARD}net.zero_grad(set_to_none=False)",
        near_miss=BACKWARD,
        checks=(Check(observe="net", aspects=(Aspect.GRADIENT_STATE,)),),
        where="net.0.weight.grad",
        given=GIVEN,
    ),
    Row(
        diagnosis=Diagnosis.GRADIENT_ZERO,
        solution="w.grad = None",
        wrong="w.grad = torch.zeros_like(w)",
        near_miss="w.grad = torch.full_like(w, 1e-9)",
        checks=(Check(observe="w.grad"),),
        where="w.grad",
        given=W,
    ),
    Row(
        diagnosis=Diagnosis.GRADIENT_MULTIPLE,
        solution="(w ** 2).sum().backward()",
        wrong="(3 * w ** 2).sum().backward()",
        near_miss="(2.5 * w ** 2).sum().backward()",
        checks=OF_W,
        where="w.grad",
        given=W,
    ),
    Row(
        diagnosis=Diagnosis.GRADIENT_ACCUMULATED,
        solution=BACKWARD,
        wrong=BACKWARD * 2,
        near_miss="(2 * ((net(x) - y) ** 2).mean()).backward()\n",
        checks=GRADIENTS,
        where="net.0.weight.grad",
        given=GIVEN,
    ),
    Row(
        diagnosis=Diagnosis.GRADIENT_ACCUMULATED,
        solution="for _ in range(3):\n    b.grad = None\n    (b ** 3).backward()",
        wrong="for _ in range(3):\n    (b ** 3).backward()",
        near_miss="for _ in range(3):\n    (b ** 2).backward()",
        checks=(Check(observe="b.grad"),),
        where="b.grad",
        given=W,
    ),
    Row(
        diagnosis=Diagnosis.GRADIENT_NOT_DIVIDED,
        solution="for part in range(4):\n    (((net(x[part::4]) - y[part::4]) ** 2).mean() / 4).backward()",
        wrong="for part in range(4):\n    ((net(x[part::4]) - y[part::4]) ** 2).mean().backward()",
        near_miss=f"{BACKWARD}for one in net.parameters():\n    one.grad = one.grad * 4",
        checks=GRADIENTS,
        where="net.0.weight.grad",
        given=GIVEN,
    ),
    Row(
        diagnosis=Diagnosis.GRADIENT_NOT_DIVIDED,
        solution="loss = ((net(x) - y) ** 2).mean()\nloss.backward()",
        wrong="loss = ((net(x) - y) ** 2).sum()\nloss.backward()",
        near_miss="loss = ((net(x) - y) ** 2).mean()\n(8 * loss).backward()",
        checks=(*GRADIENTS, Check(observe="loss")),
        where="net.0.weight.grad",
        given=GIVEN,
    ),
    Row(
        diagnosis=Diagnosis.NEGATED,
        solution=BACKWARD,
        wrong=BACKWARD.replace(".mean()", ".mean().neg()"),
        near_miss="((y - net(x)) ** 2).mean().backward()",
        checks=GRADIENTS,
        where="net.0.weight.grad",
        given=GIVEN,
    ),
    Row(
        diagnosis=Diagnosis.NAN,
        solution="(w * b).exp().sum().backward()",
        wrong="(w * 0 * b).sqrt().sum().backward()",
        near_miss="(w * b).sqrt().sum().backward()",
        checks=OF_W,
        where="w.grad[0]",
        given=W,
    ),
)
