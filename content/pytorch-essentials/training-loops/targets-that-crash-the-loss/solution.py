import torch


def to_target(target, task):
    dtype = torch.long if task == "class" else torch.float32
    return torch.as_tensor(target).to(dtype)
