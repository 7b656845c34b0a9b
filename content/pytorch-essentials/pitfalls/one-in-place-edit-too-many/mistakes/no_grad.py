import torch


def boosted(x):
    gate = torch.sigmoid(x)
    with torch.no_grad():
        gate += 1
    return gate * x
