from torch import nn


def conv_names(model):
    return [name.rsplit(".", 1)[0] for name, p in model.named_parameters() if p.dim() == 4]
