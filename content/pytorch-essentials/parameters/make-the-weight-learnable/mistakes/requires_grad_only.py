import torch
from torch import nn


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = torch.tensor([1.0, 2.0], requires_grad=True)

    def forward(self, input):
        return input * self.weight


layer = Layer()
