def third(model):
    return list(model.parameters())[2]


def count(model):
    return sum(p.numel() for p in model.parameters())


def by_name(model, n):
    return dict(model.named_parameters())[n]
