import torch


def batches(x, size):
    full, rest = divmod(len(x), size)
    sizes = [size] * full
    if rest == 1 and full > 0:
        sizes[-1] += 1
    elif rest:
        sizes.append(rest)
    return torch.split(x, sizes)
