"""Rows of the table: tensors."""

from quizapp.judging.verdict import Diagnosis
from quizapp.packs.model import Aspect, Check
from tests.judging.diagnosis_rows.row import Row

X = "x = torch.arange(12.0).reshape(3, 4).sin()\n"
NET = "torch.manual_seed(0)\nx = torch.randn(3, 4)\nw = torch.randn(4, 5, requires_grad=True)\n"
GIVEN = f"import torch\nfrom torch import nn\n{X}"
GIVEN_NET = f"import torch\nfrom torch import nn\n{NET}"

Y = (Check(observe="y"),)
Y_SHAPE = (Check(observe="y", aspects=(Aspect.SHAPE,)),)
Y_GRADIENT = (Check(observe="y", aspects=(Aspect.VALUE, Aspect.REQUIRES_GRAD)),)
Y_LEAF = (Check(observe="y", aspects=(Aspect.IS_LEAF,)),)
Y_MADE = (Check(observe="y", aspects=(Aspect.GRAD_FN,)),)


def row(
    diagnosis: Diagnosis,
    solution: str,
    wrong: str,
    near_miss: str,
    *,
    checks: tuple[Check, ...] = Y,
    where: str = "y",
    given: str = GIVEN,
    probe: str = "",
) -> Row:
    """A row whose learner makes `y` of a given `x`."""
    return Row(
        diagnosis=diagnosis,
        solution=solution,
        wrong=wrong,
        near_miss=near_miss,
        checks=checks,
        where=where,
        given=given,
        probe=probe,
    )


SHAPES = (
    row(Diagnosis.AXIS_LENGTH, "y = x[:, :3]", "y = x[:, :2]", "y = x[:2, :2]"),
    row(Diagnosis.AXIS_LENGTH, "y = torch.zeros(3, 4)", "y = torch.zeros(3, 5)", "y = torch.zeros(3, 5, 1)"),
    row(Diagnosis.AXIS_MISSING, "y = x.mean(dim=1, keepdim=True)", "y = x.mean(dim=1)", "y = x.mean()"),
    row(Diagnosis.AXIS_MISSING, "y = torch.zeros(3, 4)", "y = torch.ones(4)", "y = torch.ones(2)"),
    row(Diagnosis.AXIS_EXTRA, "y = x.sum(dim=1)", "y = x.sum(dim=1, keepdim=True)", "y = x[:2]"),
    row(Diagnosis.AXIS_EXTRA, "y = x.argmax(dim=1)", "y = x.softmax(dim=1) * 1", "y = x.argmax()"),
    # The style of others: a number stands for a tensor of that number, until something looks at its shape.
    row(Diagnosis.WOULD_BROADCAST, "y = torch.ones(5)", "y = torch.tensor(1.0)", "y = torch.tensor(2.0)"),
    row(
        Diagnosis.WOULD_BROADCAST,
        "y = torch.tensor([[1.0, 2.0], [1.0, 2.0], [1.0, 2.0]])",
        "y = torch.tensor([1.0, 2.0])",
        "y = torch.tensor([[1.0], [1.0], [1.0]])",
    ),
    row(Diagnosis.WOULD_BROADCAST, "y = x.mean(0).expand(3, 4)", "y = x.mean(0)", "y = x.mean(0).expand(1, 3, 4)"),
    row(
        Diagnosis.ON_DIAGONAL,
        "y = (a.squeeze(1) - b) ** 2",
        "y = (a - b) ** 2",
        "y = (a - 2 * b) ** 2",
        given="import torch\na, b = torch.tensor([[0.5], [2.0], [4.0]]), torch.tensor([1.0, 1.0, 3.5])\n",
    ),
    row(Diagnosis.SAME_NUMBERS_OTHER_SHAPE, "y = x.flatten()", "y = x", "y = x.T.flatten()"),
    row(Diagnosis.SAME_NUMBERS_OTHER_SHAPE, "y = x.reshape(2, 6)", "y = x.reshape(6, 2)", "y = x.reshape(2, 6).T"),
    row(Diagnosis.OTHER_DTYPE, "y = x * 2", "y = x.double() * 2", "y = (x.double() * 2).float()"),
    row(Diagnosis.OTHER_DTYPE, "y = torch.ones(3)", "y = torch.tensor([1, 1, 1])", "y = torch.tensor([1.0, 1.0, 2.0])"),
    row(
        Diagnosis.OTHER_DEVICE,
        "y = torch.ones(3)",
        'y = torch.ones(3, device="meta")',
        'y = torch.ones(3, device="cpu")',
        checks=(Check(observe="y", aspects=(Aspect.DEVICE,)),),
    ),
)

ORDERS = (
    row(Diagnosis.TRANSPOSED, "y = x", "y = x.T", "y = x.reshape(4, 3)"),
    row(Diagnosis.TRANSPOSED, "y = x[:, :3]", "y = x[:, :3].T", "y = x[:, :3].flip(0).T"),
    row(
        Diagnosis.TRANSPOSED,
        "y = torch.tril(torch.ones(5, 5))",
        "y = torch.triu(torch.ones(5, 5))",
        "y = torch.triu(torch.ones(5, 5), diagonal=1)",
    ),
    row(
        Diagnosis.TRANSPOSED, "y = x.reshape(3, 2, 2)", "y = x.reshape(3, 2, 2).mT", "y = x.reshape(3, 2, 2).mT[:, :1]"
    ),
    row(
        Diagnosis.AXES_PERMUTED,
        "y = x.reshape(2, 3, 2).permute(2, 0, 1)",
        "y = x.reshape(2, 3, 2).permute(1, 2, 0)",
        "y = x.reshape(2, 3, 2).permute(2, 1, 0)",
    ),
    row(
        Diagnosis.AXES_PERMUTED,
        "y = torch.arange(8.0).reshape(2, 2, 2)",
        "y = torch.arange(8.0).reshape(2, 2, 2).permute(1, 2, 0)",
        "y = torch.arange(8.0).reshape(2, 2, 2).permute(1, 0, 2)",
    ),
    row(Diagnosis.REVERSED, "y = x", "y = x.flip(1)", "y = x.flip(0, 1)"),
    row(Diagnosis.REVERSED, "y = torch.arange(5)", "y = torch.arange(5).flip(0)", "y = torch.tensor([4, 3, 1, 2, 0])"),
    row(Diagnosis.REVERSED, "y = torch.arange(5.0)", "y = 4 - torch.arange(5.0)", "y = torch.arange(4.0, 0.0, -0.8)"),
    row(Diagnosis.SHIFTED, "y = x.roll(1, dims=1)", "y = x", "y = x.roll(1)"),
    row(
        Diagnosis.SHIFTED,
        "y = torch.tensor([5, 3, 8, 1])",
        "y = torch.tensor([5, 3, 8, 1]).roll(-1)",
        "y = torch.tensor([3, 8, 1, 0])",
    ),
    row(
        Diagnosis.SAME_NUMBERS_OTHER_ORDER,
        "y = x.T",
        "y = x.view(4, 3)",
        "y = x.view(4, 3).round(decimals=1)",
    ),
    row(Diagnosis.SAME_NUMBERS_OTHER_ORDER, "y = x.sort().values", "y = x", "y = x.abs()"),
    row(
        Diagnosis.SAME_NUMBERS_OTHER_ORDER,
        "y = torch.tensor([0.5, 2.5])",
        "y = torch.tensor([2.5, 0.5])",
        "y = torch.tensor([2.5, 2.5])",
    ),
)

NUMBERS = (
    row(Diagnosis.SCALED, "y = x.mean(0)", "y = x.sum(0)", "y = x.sum(0) + 0.001"),
    row(Diagnosis.SCALED, "y = x @ x.T / 4**0.5", "y = x @ x.T", "y = x @ x.T / 4**0.5 * 1.001"),
    row(Diagnosis.OFFSET, "y = x - x.mean()", "y = x", "y = x - x.mean(0)"),
    row(Diagnosis.OFFSET, "y = torch.arange(1, 6)", "y = torch.arange(5)", "y = torch.tensor([0, 1, 2, 3, 5])"),
    row(Diagnosis.NEGATED, "y = -x.log_softmax(1)", "y = x.log_softmax(1)", "y = x.log_softmax(1).abs() * 0.5"),
    row(
        Diagnosis.NEGATED,
        "y = -x.softmax(1)[:, 0].log().mean()",
        "y = x.softmax(1)[:, 0].log().mean()",
        "y = x.softmax(1)[:, 0].log().sum()",
    ),
    row(Diagnosis.NORMALISED_WRONG_AXIS, "y = x.softmax(dim=1)", "y = x.softmax(dim=0)", "y = x.exp() / x.exp().sum()"),
    row(
        Diagnosis.NORMALISED_WRONG_AXIS,
        "y = (x @ x.T).softmax(-1)",
        "y = (x @ x.T).softmax(0)",
        "y = (2 * x @ x.T).softmax(0)",
    ),
    row(
        Diagnosis.NORMALISED_WRONG_AXIS,
        "y = x.reshape(2, 2, 3).log_softmax(2)",
        "y = x.reshape(2, 2, 3).log_softmax(1)",
        "y = x.reshape(2, 2, 3).sin().log_softmax(1)",
    ),
    row(
        Diagnosis.NORMALISED_WRONG_AXIS,
        "e = x.exp()\ny = e / e.sum(1, keepdim=True)",
        "e = x.exp()\ny = e / e.sum(0, keepdim=True)",
        "e = x.softmax(1)\ny = e * 0.5 + 0.125",
    ),
    row(
        Diagnosis.NORMALISED_WRONG_AXIS,
        "y = scores.masked_fill(mask, float('-inf')).softmax(-1)",
        "y = scores.masked_fill(mask, float('-inf')).softmax(-2)",
        "y = scores.softmax(-2).masked_fill(mask, 0)",
        given=f"{GIVEN}scores = (x @ x.T + x[:, :3]).expand(2, 3, 3)\nmask = torch.ones(3, 3).triu(1).bool()\n",
    ),
    row(
        Diagnosis.REDUCED_WRONG_AXIS,
        "y = x.mean(dim=0)",
        "y = x.mean(dim=1)",
        "y = x.sum(dim=1)",
        checks=(Check(observe="y"), Check(observe="x")),
    ),
    row(
        Diagnosis.REDUCED_WRONG_AXIS,
        "s = x[:, :3]\ny = s.sum(dim=1)",
        "s = x[:, :3]\ny = s.sum(dim=0)",
        "s = x[:, :3]\ny = s.std(dim=0)",
        checks=(Check(observe="y"), Check(observe="s")),
    ),
    row(
        Diagnosis.ONE_SLICE_WRONG,
        "y = x.clone()\ny[2] = 0",
        "y = x.clone()\ny[2] = 1",
        "y = x.clone()\ny[2] = 0\ny[2, 0] = 1",
        where="y[2]",
    ),
    row(
        Diagnosis.ONE_SLICE_WRONG,
        "y = x + torch.tensor([0.0, 1.0, 2.0, 3.0])",
        "y = x + torch.tensor([0.0, 1.0, 2.0, 4.0])",
        "y = x + torch.tensor([0.0, 1.0, 3.0, 4.0])",
        where="y[:, 3]",
    ),
    row(
        Diagnosis.ONLY_FIRST_RIGHT,
        "y = torch.zeros(3, 4)\nfor i in range(3):\n    y[i] = x[i] * 2 + i",
        "y = torch.zeros(3, 4)\nfor i in range(3):\n    y[i] = x[i] * 2 + i\n    break",
        "y = torch.zeros(3, 4)\nfor i in range(1, 3):\n    y[i] = x[i] * 2",
        where="y[1]",
    ),
    row(
        Diagnosis.ONLY_FIRST_RIGHT,
        "y = torch.arange(8.0) ** 2",
        "y = torch.arange(8.0) ** 2\ny[5:] = 25",
        "y = torch.arange(8.0) ** 2\ny[5:7] = 24",
        where="y[6]",
    ),
    row(Diagnosis.NAN, "y = x.abs().sqrt()", "y = x.sqrt()", "y = x.abs().sqrt() * 2", where="y[1, 0]"),
    row(Diagnosis.NAN, "y = (x.abs() + 1).log().mean()", "y = (x - 1).log().mean()", "y = (x + 2).log().mean()"),
    row(
        Diagnosis.NAN,
        "y = torch.tensor([0.0, 1.0, 4.0]) / torch.tensor([0.0, 1.0, 2.0])",
        "y = torch.tensor([0.0, 0.0, 4.0]) / torch.tensor([0.0, 0.0, 2.0])",
        "y = torch.tensor([0.0, 1.0, 4.0]) / torch.tensor([0.0, 1.0, 1.0])",
        where="y[1]",
    ),
    row(
        Diagnosis.INFINITE,
        "y = torch.zeros(3, 3).masked_fill(torch.ones(3, 3).triu(1).bool(), float('-inf'))",
        "y = torch.zeros(3, 3).masked_fill(torch.ones(3, 3).triu().bool(), float('-inf'))",
        "y = torch.zeros(3, 3).masked_fill(torch.ones(3, 3).triu(1).bool(), float('inf'))",
        where="y[0, 0]",
    ),
    row(Diagnosis.INFINITE, "y = (x.abs() + 1).log()", "y = x.abs().log()", "y = (x.abs() + 2).log()", where="y[0, 0]"),
)

AUTOGRAD = (
    row(
        Diagnosis.DETACHED,
        "y = (x @ w).softmax(dim=1)",
        "y = (x @ w).detach().softmax(dim=1)",
        "y = nn.functional.softmax(x @ w, dim=1)",
        checks=Y_GRADIENT,
        given=GIVEN_NET,
    ),
    row(
        Diagnosis.DETACHED,
        "y = (x @ w).sum()",
        "y = torch.tensor((x @ w).sum().item())",
        "y = (x.detach() @ w).sum() * 2",
        checks=Y_GRADIENT,
        given=GIVEN_NET,
    ),
    row(
        Diagnosis.DETACHED,
        "y = x @ w",
        "with torch.no_grad():\n    y = x @ w\ny.requires_grad_()",
        "y = torch.matmul(x, w)",
        checks=Y_MADE,
        given=GIVEN_NET,
    ),
    row(
        Diagnosis.NOT_DETACHED,
        "with torch.no_grad():\n    y = x @ w",
        "y = x @ w",
        "y = (x @ w).detach().requires_grad_()",
        checks=Y_GRADIENT,
        given=GIVEN_NET,
    ),
    row(
        Diagnosis.NOT_A_LEAF,
        "y = (torch.randn(3) * 0.1).requires_grad_()",
        "y = torch.randn(3, requires_grad=True) * 0.1",
        "y = torch.randn(3) * 0.1",
        checks=Y_LEAF,
    ),
    row(
        Diagnosis.NOT_CONTIGUOUS,
        "y = x.T.contiguous()",
        "y = x.T",
        "y = x.T.clone(memory_format=torch.contiguous_format)",
        checks=(Check(observe="y", aspects=(Aspect.VALUE, Aspect.CONTIGUOUS)),),
    ),
    row(
        Diagnosis.COPY_NOT_VIEW,
        "y = x.view(4, 3)",
        "y = x.clone().view(4, 3)",
        "y = x.reshape(4, 3)",
        checks=(Check(observe="y", shares_with="x"),),
    ),
    row(
        Diagnosis.VIEW_NOT_COPY,
        "y = x[0].clone()",
        "y = x[0]",
        "y = torch.empty(4)\ny.copy_(x[0])",
        checks=(Check(observe="y", shares_with="x"),),
    ),
)

ROWS: tuple[Row, ...] = (*SHAPES, *ORDERS, *NUMBERS, *AUTOGRAD)
