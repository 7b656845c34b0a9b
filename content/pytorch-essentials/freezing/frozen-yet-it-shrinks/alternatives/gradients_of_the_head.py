def step_frozen(net, opt, loss):
    opt.zero_grad(set_to_none=True)
    loss.backward(inputs=list(net.head.parameters()))
    opt.step()
