def third(model):
    return list(model.parameters())[2].data


def count(model):
    return sum(p.numel() for p in model.parameters() if p.requires_grad)


def by_name(model, n):
    return model.state_dict()[n]
