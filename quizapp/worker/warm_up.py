"""Pays for torch's first times in the fork server, once, and for the first touch of its pages in each standby."""

import warnings

from quizapp.sandbox.messages import Program
from quizapp.worker.execution import execute

_ALL = """
import io, copy, math, random, collections, dataclasses, itertools, functools, traceback, typing, contextlib
import torch, numpy
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
from torch.utils.checkpoint import checkpoint
from torch.func import vmap, grad

model = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 2))
for make in (torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW):
    optimizer = make(model.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 10)
    optimizer.zero_grad()
    F.cross_entropy(model(torch.randn(4, 8)), torch.tensor([0, 1, 1, 0])).backward()
    optimizer.step()
    scheduler.step()
vmap(grad(lambda x: (x * x).sum()))(torch.ones(3, 2))
for batch in DataLoader(TensorDataset(torch.ones(8, 4)), batch_size=4, shuffle=True):
    pass
checkpoint(lambda x: x * x, torch.ones(2, requires_grad=True), use_reentrant=False).sum().backward()
convolution = nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2))
convolution(torch.randn(1, 3, 8, 8)).sum().backward()
nn.TransformerEncoderLayer(16, 2, 32, batch_first=True)(torch.randn(2, 5, 16)).sum().backward()
nn.LSTM(4, 8)(torch.randn(2, 5, 4))
nn.Embedding(5, 3)(torch.tensor([1, 2]))
torch.einsum("ij,jk->ik", torch.ones(2, 3), torch.ones(3, 2))
torch.linalg.svd(torch.randn(3, 3))
torch.eye(3).to_sparse()
stored = io.BytesIO()
torch.save({"a": torch.ones(3), "model": model.state_dict()}, stored)
stored.seek(0)
torch.load(stored)
copy.deepcopy(model)
repr(model), repr(model[0].weight)
try:
    torch.ones(2, 3) @ torch.ones(2, 3)
except RuntimeError:
    traceback.format_exc()
"""

_SMALL = """
import torch
from torch import nn
import torch.nn.functional as F
from quizapp.probe import fill_, ramp

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(nn.Conv2d(3, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2))
        self.more = nn.Conv2d(4, 4, 3)  # four channels take another kernel than three
        self.pool = nn.AdaptiveAvgPool2d(2)
        self.head = nn.Sequential(nn.Linear(16, 8), nn.ReLU(), nn.Dropout(0.5), nn.LayerNorm(8), nn.Linear(8, 3))
        self.words = nn.Embedding(5, 3, padding_idx=0)

    def forward(self, x):
        return self.head(torch.flatten(self.pool(self.more(self.features(x))), 1)) + self.words.weight[1]

torch.manual_seed(0)
model = fill_(Net())
for parameter in model.features.parameters():
    parameter.requires_grad_(False)
loss = F.cross_entropy(model(ramp(2, 3, 8, 8)), torch.tensor([0, 1]))
loss.backward()
small = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 2))
for parameter in small[0].parameters():
    parameter.requires_grad = False
(small(torch.randn(4, 8)) ** 2).mean().backward()
with torch.no_grad():
    view = torch.arange(6).view(2, 3).t().reshape(-1)
array = loss.detach().numpy()
text = repr(small[0].weight)
try:
    torch.ones(2, 3) @ torch.ones(2, 3)
except RuntimeError as error:
    text = str(error)
"""

_OPTIMIZERS = """
optimizer = torch.optim.AdamW(model.parameters(), lr=0.1)
for _ in range(2):
    optimizer.zero_grad()
    loss = F.cross_entropy(model(ramp(2, 3, 8, 8)), torch.tensor([0, 1]))
    loss.backward()
    optimizer.step()
momentum = torch.optim.SGD(small.parameters(), lr=0.1, momentum=0.9)
momentum.step()
model.eval()
"""
_OBSERVE = (
    "model",
    "small[2].weight.grad",
    "loss",
    "view",
    "array",
    "[1, 2.5, 'x', {}]",
    "no",
)


def warm_server() -> None:
    """Import and use all that learners use.

    Raises:
        RuntimeError: if torch doesn't work here.
    """
    warm_first()
    warm_rest()


def warm_first() -> None:
    """Use what is there once torch is imported.

    Raises:
        RuntimeError: if torch doesn't work here.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warm_standby(with_optimizers=False)


def warm_rest() -> None:
    """Import and use all that is left; the first optimizer alone costs a second.

    Raises:
        RuntimeError: if torch doesn't work here.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(compile(_ALL, "<warm-up>", "exec"), {"__name__": "__main__"})
        warm_standby()


def warm_standby(*, with_optimizers: bool = True) -> None:
    """Run a small program through execution and capture.

    Args:
        with_optimizers: also what imports much when it is used for the first time.

    Raises:
        RuntimeError: if it doesn't end as it should.
    """
    code, observe = (_SMALL + _OPTIMIZERS, ("optimizer", "momentum")) if with_optimizers else (_SMALL, ())
    report = execute(Program(code=code, probe="probed = 1\n", observe=(*_OBSERVE, *observe)))
    if report.error is not None:
        raise RuntimeError(f"the warm-up failed: {report.error.traceback or report.error.message}")
