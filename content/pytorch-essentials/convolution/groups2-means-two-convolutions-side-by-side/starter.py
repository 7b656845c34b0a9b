import torch.nn.functional as F


def two_groups(conv, x):
    return F.conv2d(x, conv.weight, conv.bias)
