from torch import nn


def conv_names(model):
    names = []
    for name, module in model.named_modules():
        if type(module) == nn.Conv2d:
            names.append(name)
    return names
