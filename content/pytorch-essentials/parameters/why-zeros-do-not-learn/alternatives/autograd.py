import torch


def grad_report(net, x):
    report = {name: "none" for name, _ in net.named_parameters()}
    wanted = {name: p for name, p in net.named_parameters() if p.requires_grad}
    loss = net(x).pow(2).mean()
    gradients = torch.autograd.grad(loss, list(wanted.values()), allow_unused=True)
    for name, gradient in zip(wanted, gradients):
        if gradient is not None:
            report[name] = "nonzero" if torch.count_nonzero(gradient) else "zero"
    return report
