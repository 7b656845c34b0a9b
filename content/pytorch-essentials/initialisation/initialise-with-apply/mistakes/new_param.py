import torch
from torch import nn


def init_const(m):
    if isinstance(m, nn.Linear):
        m.weight = nn.Parameter(torch.ones_like(m.weight))
        if m.bias is not None:
            m.bias = nn.Parameter(torch.zeros_like(m.bias))
