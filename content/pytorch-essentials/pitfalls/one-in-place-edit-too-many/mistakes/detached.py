import torch


def boosted(x):
    gate = torch.sigmoid(x).detach()
    gate += 1
    return gate * x
