for name, param in model.named_parameters():
    if name.startswith("features"):
        param.requires_grad = False
