import torch
import torch.nn.functional as F


def one_epoch(net, batches, opt):
    net.train()
    for x, y in batches:
        net.zero_grad()
        F.mse_loss(net(x), y).backward()
        opt.step()


def train(net, batches, freeze_epochs, epochs, lr):
    groups = [{"params": net.backbone.parameters()}, {"params": net.head.parameters()}]
    opt = torch.optim.SGD(groups, lr=lr)
    for p in net.backbone.parameters():
        p.requires_grad_(False)
    for _ in range(min(freeze_epochs, epochs)):
        one_epoch(net, batches, opt)
    for p in net.backbone.parameters():
        p.requires_grad_(True)
    for _ in range(freeze_epochs, epochs):
        one_epoch(net, batches, opt)
