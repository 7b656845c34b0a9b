import torch
from torch import nn


def build(v, h, pad):
    e = nn.Embedding(v, h)
    with torch.no_grad():
        e.weight[pad].zero_()
    e.padding_idx = pad
    return e
