import torch


def prepare(ids, feats, labels):
    ids, labels = torch.tensor(ids), torch.tensor(labels)
    return ids, torch.as_tensor(feats).to(torch.float32), labels
