import torch


def running_stats(batches, momentum=0.1):
    mean, var = 0.0, 1.0
    for b in batches:
        t = torch.tensor(b)
        mean = (1 - momentum) * mean + momentum * t.mean().item()
        var = (1 - momentum) * var + momentum * t.var(unbiased=False).item()
    return mean, var
