import torch
from torch import nn


class NN_Network(nn.Module):
    def __init__(self, in_dim, hid, out_dim):
        super().__init__()
        self.linear1 = nn.Linear(in_dim, hid)
        self.linear2 = nn.Linear(hid, out_dim)
        self.linear1.weight = nn.Parameter(torch.zeros_like(self.linear1.weight))
        self.linear1.bias = nn.Parameter(torch.ones_like(self.linear1.bias))
        self.linear2.weight = nn.Parameter(torch.zeros_like(self.linear2.weight))
        self.linear2.bias = nn.Parameter(torch.ones_like(self.linear2.bias))

    def forward(self, input_array):
        h = self.linear1(input_array)
        return self.linear2(h)
