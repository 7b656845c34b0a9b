from torch import nn


def init_normal(m):
    if type(m) is nn.Linear:
        nn.init.normal_(m.weight, std=0.01)
        nn.init.zeros_(m.bias)
