import torch
from torch import nn


def load_values(layer, w):
    global opt
    layer.weight = nn.Parameter(w.clone())
    opt = torch.optim.SGD(layer.parameters(), lr=0.5)
