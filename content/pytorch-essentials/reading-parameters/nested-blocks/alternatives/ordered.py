from collections import OrderedDict

from torch import nn


def block():
    return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 4), nn.ReLU())


blocks = nn.Sequential(OrderedDict((f"block {i}", block()) for i in range(4)))
rgnet = nn.Sequential(blocks, nn.Linear(4, 1))
b = rgnet.get_submodule("0.block 1.0").bias
