import torch


def grad_report(net, x):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    opt.zero_grad()
    net(x).pow(2).mean().backward()
    opt.step()
    report = {}
    for name, p in net.named_parameters():
        if p.grad is None:
            report[name] = "none"
        else:
            report[name] = "zero" if (p.grad == 0).all() else "nonzero"
    return report
