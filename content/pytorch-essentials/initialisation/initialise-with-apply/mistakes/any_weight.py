from torch import nn


def init_const(m):
    if hasattr(m, "weight"):
        nn.init.constant_(m.weight, 1)
        if m.bias is not None:
            nn.init.zeros_(m.bias)
