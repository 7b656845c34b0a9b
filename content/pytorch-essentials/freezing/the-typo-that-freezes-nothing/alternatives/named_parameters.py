for name, param in model.named_parameters():
    param.requires_grad_(False)
