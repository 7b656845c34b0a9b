import torch


def lookup(weight, ids, max_norm):
    u = ids.unique()
    with torch.no_grad():
        weight[u] = torch.renorm(weight[u], 2, 0, max_norm)
    return weight[ids]
