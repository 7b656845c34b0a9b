from torch import nn


def init_normal(m):
    if m.__class__.__name__ == "Linear":
        nn.init.normal_(m.weight, mean=0, std=0.01)
        nn.init.zeros_(m.bias)
