layers, *_ = model.children()
conv1_2 = list(layers.children())[2]
