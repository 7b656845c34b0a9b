def load_values(layer, w):
    layer.weight.copy_(w)
