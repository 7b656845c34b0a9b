def thaw(net, opt, lr):
    for p in net.backbone.parameters():
        p.requires_grad = True
