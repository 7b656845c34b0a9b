from torch import nn


def temporal(channels, k, stride):
    return nn.Conv2d(channels, channels, kernel_size=(k, 1), stride=(stride, 1), padding=((k - 1) // 2, 0), bias=False)
