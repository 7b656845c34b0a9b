import torch
from torch import nn


def my_init(m):
    if isinstance(m, nn.Linear):
        w = torch.rand(m.weight.shape) * 20 - 10
        with torch.no_grad():
            m.weight.copy_(w).masked_fill_(w.abs() < 5, 0.0)
