from torch import nn


def conv_names(model):
    return [name for name, m in model.named_children() if isinstance(m, nn.Conv2d)]
