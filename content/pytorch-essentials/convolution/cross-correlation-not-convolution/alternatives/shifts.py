import torch


def corr2d(x, k):
    h, w = k.shape
    rows, columns = x.shape[0] - h + 1, x.shape[1] - w + 1
    y = torch.zeros(rows, columns)
    for a in range(h):
        for b in range(w):
            y += k[a, b] * x[a : a + rows, b : b + columns]
    return y
