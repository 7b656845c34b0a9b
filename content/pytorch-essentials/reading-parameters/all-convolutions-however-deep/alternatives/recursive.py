from torch import nn


def conv_names(model):
    def walk(module, prefix):
        found = [prefix] if isinstance(module, nn.Conv2d) else []
        for name, child in module.named_children():
            found += walk(child, f"{prefix}.{name}" if prefix else name)
        return found

    return walk(model, "")
