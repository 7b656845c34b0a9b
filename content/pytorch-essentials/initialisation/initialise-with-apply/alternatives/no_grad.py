import torch
from torch import nn


def init_const(m):
    if not isinstance(m, nn.Linear):
        return
    with torch.no_grad():
        m.weight[:] = 1.0
        if m.bias is not None:
            m.bias *= 0
