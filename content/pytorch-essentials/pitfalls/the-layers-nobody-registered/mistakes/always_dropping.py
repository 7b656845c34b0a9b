import torch.nn.functional as F
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes, p):
        super().__init__()
        self.p = p
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = F.dropout(layer(x).relu(), self.p)
        return self.layers[-1](x)
