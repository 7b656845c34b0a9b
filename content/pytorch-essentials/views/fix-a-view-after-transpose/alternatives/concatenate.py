import torch


def columns_first(x):
    return torch.cat([x[:, column] for column in range(x.shape[1])])
