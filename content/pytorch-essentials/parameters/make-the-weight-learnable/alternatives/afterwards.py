import torch
from torch import nn


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = None

    def forward(self, input):
        return input * self.weight


layer = Layer()
layer.weight = nn.Parameter(torch.Tensor([1, 2]))
