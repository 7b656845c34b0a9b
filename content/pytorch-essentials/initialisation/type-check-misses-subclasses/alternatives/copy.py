import torch
from torch import nn


def init_normal(m):
    if isinstance(m, (nn.Linear, nn.Bilinear)):
        with torch.no_grad():
            m.weight.copy_(torch.randn(m.weight.shape) * 1e-2)
            m.bias.fill_(0.0)
