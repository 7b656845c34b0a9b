import torch


def columns_first(x):
    return x.permute(1, 0).contiguous().view(-1)
