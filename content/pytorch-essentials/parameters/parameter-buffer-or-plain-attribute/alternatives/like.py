import torch
from torch import nn


class Cell(nn.Module):
    def __init__(self, n):
        super().__init__()
        weight = torch.ones(n)
        self.weight = nn.Parameter(weight, requires_grad=True)
        for name, keep in (("running", True), ("h", False)):
            self.register_buffer(name, torch.zeros_like(weight), keep)
