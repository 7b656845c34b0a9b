from torch import nn


def build(v, h, pad):
    emb = nn.Embedding(v, h, padding_idx=pad)
    emb.weight.requires_grad_(False)
    return emb
