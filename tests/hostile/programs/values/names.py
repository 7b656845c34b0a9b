# MUST: raised; names of a megabyte, of control characters, of half characters
import torch
from torch import nn
model = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 2))
model._modules["\u202eevil\ud800\x00\x1b[31m"] = nn.Linear(1, 1)
model._modules["long" * 300_000] = nn.Linear(1, 1)
model._parameters["\udfff"] = nn.Parameter(torch.ones(1))
model.__class__ = type("\u202eSequential" * 20, (nn.Sequential,), {})
raise ValueError("\ud800\u202e" + "A" * 3_000_000)
