def thaw(net, opt, lr):
    opt.add_param_group({"params": net.backbone.parameters(), "lr": lr})
