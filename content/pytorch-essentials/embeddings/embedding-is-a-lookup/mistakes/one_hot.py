import torch.nn.functional as F


def embed(weight, ids):
    return F.one_hot(ids, weight.shape[0]).to(weight.dtype) @ weight
