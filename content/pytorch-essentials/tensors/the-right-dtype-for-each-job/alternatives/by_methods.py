import torch


def prepare(ids, feats, labels):
    return torch.tensor(ids).long(), torch.tensor(feats).float(), torch.tensor(labels).long()
