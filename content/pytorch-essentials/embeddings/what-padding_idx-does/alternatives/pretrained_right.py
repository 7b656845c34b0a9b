import torch
from torch import nn


def build(v, h, pad):
    table = torch.randn(v, h)
    table[pad] = 0
    return nn.Embedding.from_pretrained(table, freeze=False, padding_idx=pad)
