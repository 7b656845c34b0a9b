import torch


def setup(net, lr):
    return torch.optim.SGD(net.parameters(), lr=lr)
