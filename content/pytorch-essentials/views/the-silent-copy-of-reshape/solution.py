import torch


def mark_first(x, n):
    flat = x.reshape(-1).clone()
    flat[:n] = -1
    x.copy_(flat.reshape(x.shape))
