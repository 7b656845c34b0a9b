import torch


def prepare(ids, feats, labels):
    return torch.LongTensor(ids), torch.FloatTensor(feats), torch.LongTensor(labels)
