import torch


def setup(net, lr):
    net.backbone.requires_grad_(False)
    return torch.optim.SGD(net.classifier.parameters(), lr=lr)
