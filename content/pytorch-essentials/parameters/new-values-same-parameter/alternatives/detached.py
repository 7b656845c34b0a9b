def load_values(layer, w):
    layer.weight.detach().copy_(w)
