import torch


def new_weight(values, scale, dtype):
    w = values.detach().clone().to(dtype).requires_grad_()
    with torch.no_grad():
        w *= scale
    return w
