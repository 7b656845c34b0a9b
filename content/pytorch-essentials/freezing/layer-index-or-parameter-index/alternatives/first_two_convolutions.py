convolutions = [module for module in model.modules() if isinstance(module, nn.Conv2d)]
for convolution in convolutions[:2]:
    for param in convolution.parameters():
        param.requires_grad = False
