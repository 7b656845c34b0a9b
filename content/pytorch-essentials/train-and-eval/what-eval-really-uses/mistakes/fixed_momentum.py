import torch


def running_stats(batches, momentum=0.1):
    mean, var = 0.0, 1.0
    for b in batches:
        t = torch.tensor(b)
        mean = 0.9 * mean + 0.1 * t.mean().item()
        var = 0.9 * var + 0.1 * t.var().item()
    return mean, var
