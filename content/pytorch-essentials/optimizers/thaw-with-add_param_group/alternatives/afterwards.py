def thaw(net, opt, lr):
    opt.add_param_group({"params": list(net.backbone.parameters())})
    opt.param_groups[-1]["lr"] = lr
    for p in net.parameters():
        p.requires_grad = True
