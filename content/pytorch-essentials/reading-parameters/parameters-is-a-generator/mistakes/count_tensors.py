def third(model):
    return list(model.parameters())[2]


def count(model):
    return sum(1 for p in model.parameters() if p.requires_grad)


def by_name(model, n):
    return dict(model.named_parameters())[n]
