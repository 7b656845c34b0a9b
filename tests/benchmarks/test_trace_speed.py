"""What a trace costs beside the plain run: at most as much again, and 20 ms."""

from statistics import median

import pytest

from quizapp.sandbox.messages import Ending, Outcome, Program, RunLimits
from quizapp.sandbox.sandbox import Sandbox

pytestmark = pytest.mark.benchmark

HEAD = "import torch\nfrom torch import nn\nimport torch.nn.functional as F\n"
HUNDRED_LINES = (
    HEAD
    + "x = torch.ones(8, 16)\nw = torch.randn(16, 16, requires_grad=True)\n"
    + ("y = x @ w\nz = F.relu(y).T\ntotal = z.sum()\nx = x + 1\n" * 24)
)
NET = (
    HEAD
    + """
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(16, 32)
        self.second = nn.Linear(32, 4)

    def forward(self, x):
        hidden = F.relu(self.first(x))
        return self.second(hidden)


net = Net()
optimizer = torch.optim.Adam(net.parameters())
inputs, labels = torch.randn(64, 16), torch.randint(0, 4, (64,))
losses = []
for epoch in range(EPOCHS):
    for start in range(0, 64, 16):
        batch = inputs[start:start + 16]
        loss = F.cross_entropy(net(batch), labels[start:start + 16])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    losses.append(loss.item())
"""
)
SMALL_LINES = HEAD + "total = 0\nfor i in range(N):\n    a = i * 2\n    b = a + 1\n    total += b\n"
TENSOR_LINES = HEAD + "x = torch.ones(4)\nfor i in range(N):\n    x = x + 1\n    y = x.sum()\n    z = y * 2\n"
PROGRAMS = {
    "100 lines, each once": HUNDRED_LINES,
    "a net, 10 epochs": NET.replace("EPOCHS", "10"),
    "a net, 100 epochs": NET.replace("EPOCHS", "100"),
    "a loop of 300 small lines": SMALL_LINES.replace("N", "100"),
    "a loop of 3,000 small lines": SMALL_LINES.replace("N", "1000"),
    "a loop of 3,000 tensor lines": TENSOR_LINES.replace("N", "1000"),
    "a loop of a million lines": SMALL_LINES.replace("N", "333_333"),
    "a loop of 60,000 tensor lines": TENSOR_LINES.replace("N", "20_000"),
}
ROUNDS = 9


def outcomes(sandbox: Sandbox, code: str, *, trace: bool) -> list[Outcome]:
    return [sandbox.run(Program(code=code, trace=trace), RunLimits(seconds=20)) for _ in range(ROUNDS)]


def milliseconds(ended: list[Outcome]) -> float:
    return median(outcome.seconds for outcome in ended) * 1000


def test_what_a_trace_costs(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    rows = []
    for name, code in PROGRAMS.items():
        plain = outcomes(sandbox, code, trace=False)
        traced = outcomes(sandbox, code, trace=True)
        assert {outcome.ending for outcome in (*plain, *traced)} == {Ending.FINISHED}, name
        trace = traced[0].trace
        assert trace is not None
        limit = 2 * milliseconds(plain) + 20
        rows.append((name, milliseconds(plain), milliseconds(traced), limit, len(trace.steps), trace.cut))
    with capsys.disabled():
        print(f"\n{'':32}{'plain ms':>10}{'traced ms':>11}{'limit ms':>10}{'steps':>7}  cut off")
        for name, plain_ms, traced_ms, limit_ms, steps, cut in rows:
            print(f"{name:32}{plain_ms:10.1f}{traced_ms:11.1f}{limit_ms:10.1f}{steps:7}  {'yes' if cut else ''}")
