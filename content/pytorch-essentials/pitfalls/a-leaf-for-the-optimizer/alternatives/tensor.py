import torch


def new_weight(values, scale, dtype):
    w = torch.empty(values.shape, dtype=dtype)
    w.copy_(values)
    w.mul_(scale)
    w.requires_grad = True
    return w
