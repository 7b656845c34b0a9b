def thaw(net, opt, lr):
    fresh = [p.requires_grad_() for p in net.backbone.parameters()]
    opt.add_param_group(dict(params=fresh, lr=lr))
