import torch


def running_stats(batches, momentum=0.1):
    mean, var = 0.0, 1.0
    for b in batches:
        t = torch.tensor(b)
        mean = momentum * mean + (1 - momentum) * t.mean().item()
        var = momentum * var + (1 - momentum) * t.var(unbiased=True).item()
    return mean, var
