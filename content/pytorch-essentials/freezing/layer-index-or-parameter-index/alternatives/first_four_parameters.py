for number, param in enumerate(model.parameters()):
    if number < 4:
        param.requires_grad = False
