import torch
from torch import nn


def my_init(m):
    if isinstance(m, nn.Linear):
        with torch.no_grad():
            nn.init.uniform_(m.weight, a=-10.0, b=10.0)
            m.weight[m.weight.abs() < 5] = 0
