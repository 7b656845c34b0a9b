shapes = {name: list(p.shape) for name, p in rgnet.named_parameters()}
name_of_b = next((name for name, p in rgnet.named_parameters() if p is b), None)
