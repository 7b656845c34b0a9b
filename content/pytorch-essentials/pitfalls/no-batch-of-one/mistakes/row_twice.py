import torch


def batches(x, size):
    parts = list(x.split(size))
    if len(parts[-1]) == 1:
        parts[-1] = torch.cat([parts[-1], parts[-1]])
    return parts
