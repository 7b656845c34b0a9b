import torch


def to_target(target, task):
    target = torch.as_tensor(target)
    if task == "class":
        return target.long()
    return target.float()
