import torch


def accumulate(w, xs, ys, lr, n):
    opt = torch.optim.SGD([w], lr=lr)
    loss = sum((w * x - y) ** 2 for x, y in zip(xs, ys)) / n
    loss.backward()
    opt.step()
