import torch


def make_opt(net):
    return torch.optim.SGD(net.parameters(), lr=1e-2, momentum=0.9, weight_decay=0.01)
