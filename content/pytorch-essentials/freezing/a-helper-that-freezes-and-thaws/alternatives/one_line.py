def set_trainable(module, flag):
    module.requires_grad_(flag)
