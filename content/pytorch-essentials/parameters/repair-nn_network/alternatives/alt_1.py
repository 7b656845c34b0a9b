import torch
import torch.nn as nn


class NN_Network(nn.Module):
    def __init__(self, i, h, o):
        super().__init__()
        self.linear1, self.linear2 = nn.Linear(i, h), nn.Linear(h, o)
        for layer in (self.linear1, self.linear2):
            nn.init.zeros_(layer.weight)
            nn.init.ones_(layer.bias)

    def forward(self, x):
        return self.linear2(self.linear1(x))
