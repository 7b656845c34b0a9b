layers = getattr(model, "features")
conv1_2 = [layer for layer in layers if isinstance(layer, nn.Conv2d)][1]
