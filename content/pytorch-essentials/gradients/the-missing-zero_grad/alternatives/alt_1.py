import torch


def fit(w, xs, ys, lr):
    for x, y in zip(xs, ys):
        w.grad = None
        ((w * x - y) ** 2).backward()
        with torch.no_grad():
            w -= lr * w.grad
