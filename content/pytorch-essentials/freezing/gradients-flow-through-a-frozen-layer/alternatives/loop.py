def setup(net):
    for param in net.b.parameters():
        param.requires_grad = False
