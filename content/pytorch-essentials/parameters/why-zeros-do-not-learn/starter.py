def grad_report(net, x):
    net(x).pow(2).mean().backward()
    return {name: p.grad for name, p in net.named_parameters()}
