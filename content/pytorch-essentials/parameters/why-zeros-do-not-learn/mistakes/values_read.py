def grad_report(net, x):
    net.zero_grad()
    net(x).pow(2).mean().backward()
    report = {}
    for name, p in net.named_parameters():
        if p.grad is None:
            report[name] = "none"
        else:
            report[name] = "zero" if (p == 0).all() else "nonzero"
    return report
