def setup(net):
    for name, param in net.named_parameters():
        param.requires_grad_(not name.startswith("b."))
    return net
