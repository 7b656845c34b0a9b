import torch
from torch import nn


def build(v, h, pad):
    emb = nn.Embedding(v, h)
    keep = torch.ones(v, 1)
    keep[pad] = 0
    with torch.no_grad():
        emb.weight.mul_(keep)
    emb.weight.register_hook(lambda grad: grad * keep)
    return emb
