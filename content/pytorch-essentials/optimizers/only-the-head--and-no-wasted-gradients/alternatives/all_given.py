import torch


def setup(net, lr):
    net.requires_grad_(False)
    net.classifier.requires_grad_(True)
    return torch.optim.SGD(net.parameters(), lr=lr)
