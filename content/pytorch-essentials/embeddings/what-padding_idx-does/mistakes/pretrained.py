import torch
from torch import nn


def build(v, h, pad):
    return nn.Embedding.from_pretrained(torch.randn(v, h), freeze=False, padding_idx=pad)
