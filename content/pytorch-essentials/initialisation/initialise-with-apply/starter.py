from torch import nn


def init_const(m):
    if hasattr(m, "weight"):
        m.weight.fill_(1)
        m.bias.fill_(0)
