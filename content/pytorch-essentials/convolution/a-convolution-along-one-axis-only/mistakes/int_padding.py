from torch import nn


def temporal(channels, k, stride):
    return nn.Conv2d(channels, channels, (k, 1), (stride, 1), padding=k // 2)
