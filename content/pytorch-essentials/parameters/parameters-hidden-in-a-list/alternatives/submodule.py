import torch
from torch import nn


class Scales(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.scales = nn.Module()
        for i in range(n):
            self.scales.register_parameter(str(i), nn.Parameter(torch.tensor(2.0)))

    def forward(self, x):
        for s in self.scales.parameters():
            x = s * x
        return x
