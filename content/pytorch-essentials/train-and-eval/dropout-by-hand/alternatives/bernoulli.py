import torch


def my_dropout(x, p, training):
    if training:
        return torch.bernoulli(torch.full_like(x, 1 - p)) / (1 - p) * x
    return x
