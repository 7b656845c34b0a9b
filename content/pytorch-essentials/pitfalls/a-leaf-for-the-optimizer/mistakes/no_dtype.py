import torch


def new_weight(values, scale, dtype):
    return (values * scale).requires_grad_()
