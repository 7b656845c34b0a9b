import torch


def columns_first(x):
    rows, columns = x.shape
    result = torch.empty(rows * columns, dtype=x.dtype)
    for c in range(columns):
        for r in range(rows):
            result[c * rows + r] = x[r, c]
    return result
