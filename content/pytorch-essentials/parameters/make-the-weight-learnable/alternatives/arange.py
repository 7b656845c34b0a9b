import torch
from torch import nn


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        weight = torch.arange(1.0, 3.0)
        self.weight = torch.nn.Parameter(weight, requires_grad=True)

    def forward(self, input):
        return torch.mul(input, self.weight)


layer = Layer()
