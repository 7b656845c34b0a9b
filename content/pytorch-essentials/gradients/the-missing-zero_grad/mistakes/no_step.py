import torch


def fit(w, xs, ys, lr):
    opt = torch.optim.SGD([w], lr=lr)
    for x, y in zip(xs, ys):
        opt.zero_grad()
        loss = (w * x - y) ** 2
        loss.backward()
