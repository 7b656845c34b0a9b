import torch.nn.functional as F


def two_groups(conv, x):
    return F.conv2d(x, weight=conv.weight, bias=conv.bias)
