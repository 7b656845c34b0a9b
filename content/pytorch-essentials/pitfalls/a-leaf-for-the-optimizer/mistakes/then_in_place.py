import torch


def new_weight(values, scale, dtype):
    w = values.detach().clone().to(dtype).requires_grad_()
    w *= scale
    return w
