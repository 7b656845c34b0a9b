import torch
import torch.nn.functional as F


def two_groups(conv, x):
    parts = zip(x.chunk(2, dim=1), conv.weight.chunk(2), conv.bias.chunk(2))
    return torch.cat([F.conv2d(*part) for part in parts], 1)
