from torch import nn


def init_const(m):
    if type(m) == nn.Linear:
        m.weight.data.fill_(1)
        if m.bias is not None:
            m.bias.data.zero_()
