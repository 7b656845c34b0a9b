from torch import nn


def conv_names(model):
    return [name for name, m in model._modules.items() if type(m) is nn.Conv2d]
