from torch import nn


def build(v, h, pad):
    return nn.Embedding(v, h, padding_idx=0)
