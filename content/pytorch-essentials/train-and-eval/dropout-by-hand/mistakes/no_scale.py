import torch


def my_dropout(x, p, training):
    if not training:
        return x
    return x * (torch.rand_like(x) >= p)
