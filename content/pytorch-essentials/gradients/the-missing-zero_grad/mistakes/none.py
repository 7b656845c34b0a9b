import torch


def fit(w, xs, ys, lr):
    optimizer = torch.optim.SGD([w], lr=lr)
    for x, y in zip(xs, ys):
        ((w * x - y) ** 2).backward()
        optimizer.step()
