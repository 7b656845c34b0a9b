def set_trainable(module, flag):
    for param in module.parameters():
        param.require_grad = flag
