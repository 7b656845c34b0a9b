model.eval()
for module in model.modules():
    for param in module.parameters(recurse=False):
        param.requires_grad = False
