from torch import nn


def conv_names(model):
    return [name.split(".")[-1] for name, m in model.named_modules() if isinstance(m, nn.Conv2d)]
