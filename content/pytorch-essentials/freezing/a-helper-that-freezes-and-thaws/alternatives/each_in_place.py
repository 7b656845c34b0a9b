def set_trainable(module, flag):
    for _, param in module.named_parameters():
        param.requires_grad_(flag)
