def set_trainable(module, flag):
    for part in module.modules():
        for param in part.parameters(recurse=False):
            if flag:
                param.requires_grad = True
            else:
                param.requires_grad = False
    return module
