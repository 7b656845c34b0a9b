import torch


def setup(net, lr):
    net.requires_grad_(False)
    return torch.optim.SGD(net.classifier.parameters(), lr=lr)
