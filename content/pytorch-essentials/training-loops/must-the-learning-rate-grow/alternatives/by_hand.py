import torch


def accumulate(w, xs, ys, lr, n):
    x, y = torch.tensor(xs), torch.tensor(ys)
    ((w * x - y) ** 2).mean().backward()
    with torch.no_grad():
        w -= lr * w.grad
