def set_trainable(module, flag):
    for child in module.children():
        child.requires_grad_(flag)
