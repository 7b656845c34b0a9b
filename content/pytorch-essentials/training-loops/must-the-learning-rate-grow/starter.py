import torch


def accumulate(w, xs, ys, lr, n):
    opt = torch.optim.SGD([w], lr=lr * n)
    for x, y in zip(xs, ys):
        ((w * x - y) ** 2 / n).backward()
    opt.step()
