def step_frozen(net, opt, loss):
    opt.zero_grad()
    loss.backward()
    net.backbone.zero_grad()
    opt.step()
