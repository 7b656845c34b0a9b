import torch


def train(net, x, y, steps, lr):
    opt = torch.optim.SGD(net.parameters(), lr=lr)
    for _ in range(steps):
        loss = ((net(x) - y.view(-1, 1)) ** 2).mean()
        loss.backward()
        opt.step()
    return loss.item()
