def load_values(layer, w):
    layer.weight.data = w
