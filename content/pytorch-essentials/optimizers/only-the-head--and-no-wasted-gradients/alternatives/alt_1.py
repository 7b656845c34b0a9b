import torch


def setup(net, lr):
    for name, p in net.named_parameters():
        p.requires_grad = name.startswith("classifier")
    return torch.optim.SGD([p for p in net.parameters() if p.requires_grad], lr=lr)
