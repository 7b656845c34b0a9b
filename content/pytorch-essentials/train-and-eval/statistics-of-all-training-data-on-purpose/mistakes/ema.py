import torch
from torch import nn


def recalibrate(net, batches):
    net.train()
    with torch.no_grad():
        for x in batches:
            net(x)
    net.eval()
