import torch


def new_weight(values, scale, dtype):
    w = values.to(dtype)
    w *= scale
    return w.requires_grad_()
