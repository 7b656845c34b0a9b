def setup(net):
    net.b.weight.requires_grad = False
    net.b.bias.requires_grad = False
