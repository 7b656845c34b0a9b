from measures import gradient_size

layer(x).sum().backward()
size = gradient_size(layer)
