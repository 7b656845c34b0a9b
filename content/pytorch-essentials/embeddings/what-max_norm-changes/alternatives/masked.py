import torch


def lookup(weight, ids, max_norm):
    norms = weight.norm(dim=1, keepdim=True)
    used = torch.zeros(len(weight), 1, dtype=torch.bool)
    used[ids.flatten()] = True
    weight.copy_(torch.where(used & (norms > max_norm), weight * max_norm / norms, weight))
    return weight[ids].clone()
