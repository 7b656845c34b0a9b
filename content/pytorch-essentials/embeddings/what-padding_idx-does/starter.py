import torch
from torch import nn


def build(v, h, pad):
    emb = nn.Embedding(v, h)
    with torch.no_grad():
        emb.weight[pad] = 0
    return emb
