import torch


def to_target(target, task):
    return torch.as_tensor(target).float()
