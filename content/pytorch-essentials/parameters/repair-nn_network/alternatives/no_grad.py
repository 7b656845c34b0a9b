import torch
from torch import nn


class NN_Network(nn.Module):
    def __init__(self, in_dim, hid, out_dim):
        super().__init__()
        self.linear1 = nn.Linear(in_dim, hid)
        self.linear2 = nn.Linear(hid, out_dim)
        with torch.no_grad():
            for name, p in self.named_parameters():
                p.fill_(1.0 if name.endswith("bias") else 0.0)

    def forward(self, input_array):
        h = self.linear1(input_array)
        return self.linear2(h)
