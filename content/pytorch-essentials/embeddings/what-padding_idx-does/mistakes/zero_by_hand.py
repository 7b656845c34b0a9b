import torch
from torch import nn


def build(v, h, pad):
    table = nn.Embedding(v, h)
    table.weight.data[pad].zero_()
    return table
