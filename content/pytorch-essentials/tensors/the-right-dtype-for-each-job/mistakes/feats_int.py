import torch


def prepare(ids, feats, labels):
    return torch.tensor(ids, dtype=torch.long), torch.tensor(feats), torch.tensor(labels, dtype=torch.long)
