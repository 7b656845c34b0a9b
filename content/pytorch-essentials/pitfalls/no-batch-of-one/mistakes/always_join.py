import torch


def batches(x, size):
    parts = list(x.split(size))
    if len(parts) > 1 and len(parts[-1]) < size:
        parts[-2:] = [torch.cat(parts[-2:])]
    return parts
