from torch import nn


def temporal(channels, k, stride):
    return nn.Conv2d(channels, channels, k, stride, padding=k // 2)
