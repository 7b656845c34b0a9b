from torch import nn


def init_normal(m):
    if issubclass(type(m), nn.Linear):
        m.weight.data.normal_(0.0, 0.01)
        m.bias.data.zero_()
