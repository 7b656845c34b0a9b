import torch


def new_weight(values, scale, dtype):
    return torch.nn.Parameter(values.to(dtype) * scale)
