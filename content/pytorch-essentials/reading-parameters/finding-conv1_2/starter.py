layers = model._modules["feature"]
conv1_2 = layers[2]
