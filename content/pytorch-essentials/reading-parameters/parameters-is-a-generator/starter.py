def third(model):
    return model.parameters()[2]


def count(model):
    return len(model.parameters())


def by_name(model, n):
    return model.name_parameters()[n]
