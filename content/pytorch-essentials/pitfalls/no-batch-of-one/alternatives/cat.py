import torch


def batches(x, size):
    parts = list(torch.split(x, size))
    if len(parts) > 1 and parts[-1].shape[0] == 1:
        last = parts.pop()
        parts[-1] = torch.cat([parts[-1], last])
    return parts
