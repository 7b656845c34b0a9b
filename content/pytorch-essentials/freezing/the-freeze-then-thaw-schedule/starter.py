import torch
import torch.nn.functional as F


def train(net, batches, freeze_epochs, epochs, lr):
    net.backbone.requires_grad_(False)
    opt = torch.optim.SGD(filter(lambda p: p.requires_grad, net.parameters()), lr=lr)
    for epoch in range(epochs):
        if epoch > freeze_epochs:
            net.backbone.requires_grad_(True)
        for x, y in batches:
            opt.zero_grad()
            F.mse_loss(net(x), y).backward()
            opt.step()
