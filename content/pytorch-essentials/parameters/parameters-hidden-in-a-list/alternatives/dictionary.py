import torch
from torch import nn


class Scales(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.scales = nn.ParameterDict({str(i): nn.Parameter(torch.tensor(2.0)) for i in range(n)})

    def forward(self, x):
        for s in self.scales.values():
            x = x * s
        return x
