import torch


def to_target(target, task):
    return torch.from_numpy(target).to(torch.long if task == "class" else torch.float32)
