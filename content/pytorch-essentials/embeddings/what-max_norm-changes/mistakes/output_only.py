import torch


def lookup(weight, ids, max_norm):
    out = weight[ids]
    norm = out.norm(dim=-1, keepdim=True)
    return torch.where(norm > max_norm, out * max_norm / norm, out)
