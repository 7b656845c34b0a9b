import torch


def prepare(ids, feats, labels):
    return (
        torch.tensor(ids, dtype=torch.long),
        torch.tensor(feats, dtype=torch.float32),
        torch.tensor(labels, dtype=torch.float32),
    )
