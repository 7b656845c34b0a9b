# MUST: finished|raised; modules that aren't what they were
import torch
from torch import nn
lazy = nn.LazyLinear(3)
changed = nn.utils.parametrizations.weight_norm(nn.Linear(2, 2))
broken = nn.Linear(2, 2)
broken._parameters = {"weight": 5, "bias": None, 7: nn.Parameter(torch.ones(1))}
empty = nn.Module.__new__(nn.Module)
odd = nn.Linear(2, 2)
odd._buffers = None
model = [lazy, changed, broken]
x = [empty, odd, nn.Sequential(broken)]
