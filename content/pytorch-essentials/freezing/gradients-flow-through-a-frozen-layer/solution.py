import torch


def setup(net):
    net.b.requires_grad_(False)
