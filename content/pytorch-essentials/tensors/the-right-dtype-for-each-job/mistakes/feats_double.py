import torch


def prepare(ids, feats, labels):
    return torch.tensor(ids), torch.tensor(feats, dtype=torch.float64), torch.tensor(labels)
