import torch
from torch import nn


class Cell(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.weight = torch.ones(n)
        self.running = torch.zeros(n)
        self.h = torch.zeros(n)
