from torch import nn


def temporal(channels, k, stride):
    return nn.Conv2d(channels, channels, kernel_size=k, stride=stride, padding=k // 2)
