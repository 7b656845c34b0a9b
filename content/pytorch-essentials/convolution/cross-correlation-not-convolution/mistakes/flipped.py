import torch


def corr2d(x, k):
    h, w = k.shape
    k = torch.flip(k, (0, 1))
    rows, columns = x.shape[0] - h + 1, x.shape[1] - w + 1
    return torch.tensor([[(x[i : i + h, j : j + w] * k).sum() for j in range(columns)] for i in range(rows)])
