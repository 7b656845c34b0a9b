import torch


def accumulate(w, xs, ys, lr, n):
    opt = torch.optim.SGD([w], lr=n * lr)
    for x, y in zip(xs, ys):
        loss = (w * x - y) ** 2 / n
        loss.backward()
    opt.step()
