import torch


def running_stats(batches, momentum=0.1):
    data = torch.cat([torch.tensor(b) for b in batches])
    return data.mean().item(), data.var().item()
