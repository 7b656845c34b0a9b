def load_values(layer, w):
    layer.weight = w
