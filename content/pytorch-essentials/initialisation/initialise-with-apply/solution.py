from torch import nn


def init_const(m):
    if isinstance(m, nn.Linear):
        nn.init.ones_(m.weight)
        if m.bias is not None:
            nn.init.zeros_(m.bias)
