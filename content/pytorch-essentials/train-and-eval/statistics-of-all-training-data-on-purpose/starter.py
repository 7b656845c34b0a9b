import torch
from torch import nn


def recalibrate(net, batches):
    net.train()
    for x in batches:
        net(x)
    net.eval()
