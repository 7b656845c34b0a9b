import torch


def step_frozen(net, opt, loss):
    saved = [p.detach().clone() for p in net.backbone.parameters()]
    opt.zero_grad()
    loss.backward()
    opt.step()
    with torch.no_grad():
        for p, old in zip(net.backbone.parameters(), saved):
            p.copy_(old)
