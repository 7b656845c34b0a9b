import torch


def fit(w, xs, ys, lr):
    for x, y in zip(xs, ys):
        (gradient,) = torch.autograd.grad((w * x - y) ** 2, w)
        with torch.no_grad():
            w.sub_(lr * gradient)
