def step_frozen(net, opt, loss):
    opt.zero_grad()
    loss.backward()
    net.backbone.requires_grad_(False)
    opt.step()
    net.backbone.requires_grad_(True)
