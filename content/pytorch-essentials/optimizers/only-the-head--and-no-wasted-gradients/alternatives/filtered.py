import torch


def setup(net, lr):
    for p in net.backbone.parameters():
        p.requires_grad_(False)
    return torch.optim.SGD(filter(lambda p: p.requires_grad, net.parameters()), lr=lr)
