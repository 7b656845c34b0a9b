from torch import nn


def temporal(channels, k, stride):
    return nn.Conv2d(channels, channels, (1, k), (1, stride), padding=(0, k // 2))
