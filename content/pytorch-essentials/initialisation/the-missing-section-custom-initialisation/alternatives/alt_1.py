import torch
from torch import nn


def my_init(m):
    if isinstance(m, nn.Linear):
        w = torch.empty_like(m.weight).uniform_(-10, 10)
        m.weight.data.copy_(torch.where(w.abs() < 5, 0.0, w))
