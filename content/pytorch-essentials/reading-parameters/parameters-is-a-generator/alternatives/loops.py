def third(model):
    for index, p in enumerate(model.parameters()):
        if index == 2:
            return p


def count(model):
    total = 0
    for p in model.parameters():
        if p.requires_grad:
            size = 1
            for n in p.shape:
                size *= n
            total += size
    return total


def by_name(model, n):
    return next(p for name, p in model.named_parameters() if name == n)
