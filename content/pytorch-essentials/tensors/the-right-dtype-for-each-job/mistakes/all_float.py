import torch


def prepare(ids, feats, labels):
    ids = torch.FloatTensor(ids)
    feats = torch.FloatTensor(feats)
    labels = torch.FloatTensor(labels)
    return ids, feats, labels
