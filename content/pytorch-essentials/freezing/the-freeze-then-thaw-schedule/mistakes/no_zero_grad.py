import torch
import torch.nn.functional as F

def train(net, batches, freeze_epochs, epochs, lr):
    opt = torch.optim.SGD(net.parameters(), lr=lr)
    for epoch in range(epochs):
        net.backbone.requires_grad_(epoch >= freeze_epochs)
        for x, y in batches:
            F.mse_loss(net(x), y).backward()
            opt.step()
