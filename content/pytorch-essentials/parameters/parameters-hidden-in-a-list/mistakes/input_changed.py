import torch
from torch import nn


class Scales(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.scales = nn.ParameterList([nn.Parameter(torch.tensor(2.0)) for _ in range(n)])

    def forward(self, x):
        for s in self.scales:
            x *= s
        return x
