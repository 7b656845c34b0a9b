from torch import nn


def block1():
    return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 4), nn.ReLU())


rgnet = nn.Sequential(block1(), nn.Linear(4, 1))
b = rgnet[0][1].bias
