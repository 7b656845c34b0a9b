def step_frozen(net, opt, loss):
    opt.zero_grad()
    loss.backward()
    for p in net.parameters():
        p.grad = None
    opt.step()
