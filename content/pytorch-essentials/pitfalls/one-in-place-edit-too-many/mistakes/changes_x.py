import torch


def boosted(x):
    gate = torch.sigmoid(x) + 1
    with torch.no_grad():
        return x.mul_(gate)
