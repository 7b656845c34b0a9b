import torch
from torch import nn


def recalibrate(net, batches):
    norms = [m for m in net.modules() if isinstance(m, nn.modules.batchnorm._BatchNorm)]
    old = [m.momentum for m in norms]
    for m in norms:
        m.reset_running_stats()
        m.momentum = None
    net.eval()
    with torch.no_grad():
        for x in batches:
            net(x)
    for m, momentum in zip(norms, old):
        m.momentum = momentum
