"""Exercises as others write them, with the aspects that are usual: other right solutions pass, wrong ones are told why.

What the usual aspects must see: a weight that no optimizer does, a result that is cut off from the graph, numbers of
another type, an input that was written over, a number where a tensor of that number was due.
"""

from dataclasses import dataclass

import pytest

from quizapp.judging.expectations import Expectations
from quizapp.judging.verdict import Diagnosis, Verdict
from quizapp.packs.model import Aspect, Check, Exercise
from quizapp.practice import judge_against, run_variants
from quizapp.sandbox.sandbox import Sandbox
from tests.judging.sample import exercise

EMBEDDING = exercise(
    Check(observe="layer"),
    Check(observe="layer(torch.tensor([[0, 2], [4, 4]]))"),
    given="import torch\nfrom torch import nn\n",
    probe="from quizapp.probe import fill_\nlayer = fill_(Embedding(5, 3))\n",
    solution="""
class Embedding(nn.Module):
    def __init__(self, rows, width):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(rows, width))

    def forward(self, indices):
        return self.weight[indices]
""",
)

SOFTMAX = exercise(
    Check(observe="softmax(x)"),
    given="import torch\n",
    probe="x = torch.tensor([[1.0, 2.0, 4.0], [0.0, -1.0, 3.0]], requires_grad=True)\n",
    solution="""
def softmax(x):
    shifted = torch.exp(x - x.amax(dim=-1, keepdim=True))
    return shifted / shifted.sum(dim=-1, keepdim=True)
""",
)

SCALE = exercise(
    Check(observe="y"),
    given="import torch\nx = torch.tensor([1, 2, 3, 4])\n",
    solution="y = x / x.sum()",
)

RELU = exercise(
    Check(observe="y"),
    Check(observe="x", aspects=(Aspect.VALUE, Aspect.VERSION)),
    given="import torch\n",
    probe="x = torch.tensor([-1.0, 2.0, -3.0])\ny = relu(x)\n",
    solution="def relu(x):\n    return torch.where(x > 0, x, torch.zeros_like(x))",
)

ONES = exercise(
    Check(observe="w.grad"),
    Check(observe="weights"),
    given="import torch\nw = torch.zeros(5, requires_grad=True)\n",
    solution="w.sum().backward()\nweights = torch.ones(5)",
)


@dataclass(frozen=True)
class Attempt:
    """An exercise in another's style, and a program for it: right, or wrong with this place and diagnosis."""

    exercise: Exercise
    code: str
    where: str = ""
    diagnosis: Diagnosis | None = None


RIGHT = (
    Attempt(EMBEDDING, EMBEDDING.solution.replace("torch.randn", "torch.empty")),
    Attempt(
        EMBEDDING,
        EMBEDDING.solution.replace(
            "self.weight[indices]", "self.weight.index_select(0, indices.flatten()).reshape(*indices.shape, -1)"
        ),
    ),
    Attempt(
        EMBEDDING, EMBEDDING.solution.replace("self.weight[indices]", "nn.functional.embedding(indices, self.weight)")
    ),
    Attempt(EMBEDDING, "class Embedding(nn.Embedding):\n    pass"),
    Attempt(
        EMBEDDING,
        EMBEDDING.solution.replace("self.weight[indices]", "nn.functional.one_hot(indices, 5).float() @ self.weight"),
    ),
    Attempt(SOFTMAX, "def softmax(x):\n    return x.softmax(-1)"),
    Attempt(SOFTMAX, "def softmax(x):\n    return (x - x.logsumexp(-1, True)).exp()"),
    Attempt(
        SOFTMAX,
        "def softmax(x):\n    e = (x - x.max(-1, keepdim=True).values.detach()).exp()\n    return e / e.sum(-1, True)",
    ),
    Attempt(SCALE, "y = x.float() / 10"),
    Attempt(SCALE, "total = 0\nfor each in x:\n    total += each\ny = torch.stack([each / total for each in x])"),
    Attempt(RELU, "def relu(x):\n    return x.clamp(min=0)"),
    Attempt(RELU, "def relu(x):\n    x = x.clone()\n    x[x < 0] = 0\n    return x"),
    Attempt(RELU, "def relu(x):\n    return (x > 0) * x"),
    Attempt(ONES, "w.backward(torch.ones(5))\nweights = torch.full((5,), 1.0)"),
    Attempt(ONES, "w.grad = torch.ones_like(w)\nweights = torch.tensor([1.0] * 5)"),
)

WRONG = (
    Attempt(
        EMBEDDING,
        EMBEDDING.solution.replace("nn.Parameter(torch.randn(rows, width))", "torch.randn(rows, width)"),
        "layer.weight",
        Diagnosis.PLAIN_TENSOR,
    ),
    Attempt(
        EMBEDDING,
        EMBEDDING.solution.replace(
            "nn.Parameter(torch.randn(rows, width))", "torch.randn(rows, width, requires_grad=True)"
        ),
        "layer.weight",
        Diagnosis.PLAIN_TENSOR,
    ),
    Attempt(
        EMBEDDING,
        EMBEDDING.solution.replace("torch.randn(rows, width))", "torch.randn(rows, width), requires_grad=False)"),
        "layer",
        Diagnosis.FROZEN_TOO_MUCH,
    ),
    Attempt(
        EMBEDDING,
        EMBEDDING.solution.replace("self.weight[indices]", "self.weight.data[indices]"),
        "layer(torch.tensor([[0, 2], [4, 4]]))",
        Diagnosis.DETACHED,
    ),
    Attempt(SOFTMAX, "def softmax(x):\n    return x.detach().softmax(-1)", "softmax(x)", Diagnosis.DETACHED),
    Attempt(
        SOFTMAX,
        "import numpy as np\ndef softmax(x):\n    e = np.exp(x.detach().numpy())\n"
        "    return torch.from_numpy(e / e.sum(-1, keepdims=True))",
        "softmax(x)",
        Diagnosis.DETACHED,
    ),
    Attempt(SOFTMAX, "def softmax(x):\n    return x.softmax(0)", "softmax(x)", Diagnosis.NORMALISED_WRONG_AXIS),
    Attempt(SCALE, "y = x.double() / x.sum()", "y", Diagnosis.OTHER_DTYPE),
    Attempt(SCALE, "import numpy as np\ny = torch.tensor(x.numpy() / 10)", "y", Diagnosis.OTHER_DTYPE),
    Attempt(RELU, "def relu(x):\n    x[x < 0] = 0\n    return x", "x", Diagnosis.WRITTEN_IN_PLACE),
    Attempt(
        RELU,
        "def relu(x):\n    y = x.clone()\n    y[y < 0] = 0\n    x.zero_()\n    return y",
        "x",
        Diagnosis.WRITTEN_IN_PLACE,
    ),
    Attempt(RELU, "def relu(x):\n    return x.relu_()", "x", Diagnosis.WRITTEN_IN_PLACE),
    Attempt(ONES, "w.sum().backward()\nweights = torch.tensor(1.0)", "weights", Diagnosis.WOULD_BROADCAST),
    Attempt(ONES, "w.sum().backward()\nweights = 1.0", "weights", Diagnosis.WRONG_TYPE),
)


def verdict_on(sandbox: Sandbox, attempt: Attempt) -> Verdict:
    """Record the exercise's solution and judge the program against it."""
    runs = run_variants(attempt.exercise, attempt.exercise.solution, sandbox)
    solved = Expectations("2.13.0", {variant: outcome.observations for variant, outcome in runs.items()})
    return judge_against(solved, attempt.exercise, attempt.code, sandbox)


@pytest.mark.parametrize("attempt", RIGHT)
def test_another_right_solution_passes(sandbox: Sandbox, attempt: Attempt) -> None:
    assert verdict_on(sandbox, attempt).findings == ()
    assert verdict_on(sandbox, attempt).passed


@pytest.mark.parametrize("attempt", WRONG)
def test_a_wrong_solution_fails_and_is_told_why(sandbox: Sandbox, attempt: Attempt) -> None:
    verdict = verdict_on(sandbox, attempt)

    assert not verdict.passed
    assert (attempt.where, attempt.diagnosis) in [(finding.where, finding.diagnosis) for finding in verdict.findings]
