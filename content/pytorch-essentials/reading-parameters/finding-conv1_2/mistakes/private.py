layers = model._modules["features"]
conv1_2 = layers[2]
