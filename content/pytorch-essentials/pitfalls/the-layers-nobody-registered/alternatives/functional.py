import torch.nn.functional as F
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes, p):
        super().__init__()
        self.p = p
        self.layers = nn.ModuleList()
        for i in range(len(sizes) - 1):
            self.layers.append(nn.Linear(sizes[i], sizes[i + 1]))

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = F.dropout(F.relu(layer(x)), self.p, self.training)
        return self.layers[-1](x)
