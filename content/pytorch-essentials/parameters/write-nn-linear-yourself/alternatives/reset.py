import torch
import torch.nn as nn


class MyLinear(nn.Module):
    def __init__(self, in_features: int, out_features: int, bias: bool = True) -> None:
        super(MyLinear, self).__init__()
        self.weight = nn.Parameter(torch.Tensor(out_features, in_features))
        self.bias = None
        if bias:
            self.bias = nn.Parameter(torch.Tensor(out_features))
        self.reset_parameters()

    def reset_parameters(self):
        bound = 1 / self.weight.size(1) ** 0.5
        for p in self.parameters():
            p.data.uniform_(-bound, bound)

    def forward(self, x):
        y = torch.matmul(x, self.weight.t())
        if self.bias is not None:
            y += self.bias
        return y
