import torch


def boosted(x):
    gate = torch.sigmoid(x)
    gate.data += 1
    return gate * x
