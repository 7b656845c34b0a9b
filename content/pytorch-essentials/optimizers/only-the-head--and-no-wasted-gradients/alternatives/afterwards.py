import torch


def setup(net, lr):
    opt = torch.optim.SGD([net.classifier.weight, net.classifier.bias], lr)
    net.backbone[0].weight.requires_grad = False
    net.backbone[0].bias.requires_grad = False
    return opt
