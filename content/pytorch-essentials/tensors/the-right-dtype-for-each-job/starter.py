import torch


def prepare(ids, feats, labels):
    return torch.tensor(ids).float(), torch.tensor(feats).float(), torch.tensor(labels).float()
