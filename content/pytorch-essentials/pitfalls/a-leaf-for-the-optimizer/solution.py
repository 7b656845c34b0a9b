import torch


def new_weight(values, scale, dtype):
    return (values * scale).to(dtype).requires_grad_()
