import torch


def update(net):
    with torch.no_grad():
        for p in net.parameters():
            p.add_(1.0)
