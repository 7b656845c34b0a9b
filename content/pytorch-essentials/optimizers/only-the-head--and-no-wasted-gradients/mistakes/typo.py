import torch


def setup(net, lr):
    for p in net.backbone.parameters():
        p.require_grad = False
    return torch.optim.SGD(net.classifier.parameters(), lr=lr)
