import torch


def setup(net, lr):
    return torch.optim.SGD(net.classifier.parameters(), lr=lr)
