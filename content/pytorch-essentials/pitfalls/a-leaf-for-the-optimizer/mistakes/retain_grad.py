import torch


def new_weight(values, scale, dtype):
    w = values.clone().requires_grad_()
    w = (w * scale).to(dtype)
    w.retain_grad()
    return w
