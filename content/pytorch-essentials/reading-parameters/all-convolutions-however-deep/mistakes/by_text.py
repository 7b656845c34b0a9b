def conv_names(model):
    return [name for name, m in model.named_modules() if "Conv" in type(m).__name__]
