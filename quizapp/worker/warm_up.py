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
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 2))
for parameter in model[0].parameters():
    parameter.requires_grad_(False)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
loss = model(torch.randn(4, 8)).pow(2).mean()
loss.backward()
optimizer.step()
array = loss.detach().numpy()
repr(model[2].weight)
try:
    torch.ones(2, 3) @ torch.ones(2, 3)
except RuntimeError as error:
    text = str(error)
"""

_OBSERVE = ("model", "model[0].weight", "model[2].weight.grad", "loss", "optimizer", "array", "[1, 2.5, 'x', {}]", "no")


def warm_server() -> None:
    """Import and use all that learners use; the first optimizer alone costs a second.

    Raises:
        RuntimeError: if torch doesn't work here.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(compile(_ALL, "<warm-up>", "exec"), {"__name__": "__main__"})
        warm_standby()


def warm_standby() -> None:
    """Run a small program through execution and capture.

    Raises:
        RuntimeError: if it doesn't end as it should.
    """
    report = execute(Program(code=_SMALL, probe="probed = 1\n", observe=_OBSERVE))
    if report.error is not None:
        raise RuntimeError(f"the warm-up failed: {report.error.traceback or report.error.message}")
