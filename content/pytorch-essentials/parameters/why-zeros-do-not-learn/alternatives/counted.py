def grad_report(net, x):
    for p in net.parameters():
        p.grad = None
    loss = (net(x) ** 2).mean()
    loss.backward()
    words = {None: "none", True: "nonzero", False: "zero"}
    return {n: words[None if p.grad is None else bool(p.grad.any())] for n, p in net.named_parameters()}
