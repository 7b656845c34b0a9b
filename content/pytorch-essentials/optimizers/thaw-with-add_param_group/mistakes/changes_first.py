def thaw(net, opt, lr):
    net.backbone.requires_grad_(True)
    opt.add_param_group({"params": net.backbone.parameters()})
    for group in opt.param_groups:
        group["lr"] = lr
