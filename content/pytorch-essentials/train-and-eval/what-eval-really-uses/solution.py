import torch


def running_stats(batches, momentum=0.1):
    mean, var = 0.0, 1.0
    for batch in batches:
        numbers = torch.tensor(batch)
        mean = (1 - momentum) * mean + momentum * numbers.mean().item()
        var = (1 - momentum) * var + momentum * numbers.var().item()
    return mean, var
