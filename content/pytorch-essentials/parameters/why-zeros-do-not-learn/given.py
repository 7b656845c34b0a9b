import torch
from torch import nn


class ZeroNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.unused = nn.Parameter(torch.ones(1))
        self.linear1 = nn.Linear(3, 2)
        self.linear2 = nn.Linear(2, 2)
        for layer in (self.linear1, self.linear2):
            nn.init.zeros_(layer.weight)
            nn.init.ones_(layer.bias)

    def forward(self, x):
        return self.linear2(self.linear1(x))
