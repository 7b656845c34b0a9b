def load_values(layer, w):
    weight = layer.weight
    weight = w
    return weight
