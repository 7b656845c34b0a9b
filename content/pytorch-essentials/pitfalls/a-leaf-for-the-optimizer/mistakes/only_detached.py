import torch


def new_weight(values, scale, dtype):
    w = values.clone().requires_grad_()
    return (w * scale).to(dtype).detach()
