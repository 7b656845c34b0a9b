import torch


def prepare(ids, feats, labels):
    return [torch.tensor(ids, dtype=torch.int32), torch.tensor(feats, dtype=torch.float), torch.tensor(labels)]
