import torch
from torch import nn


def train(net, batches, freeze_epochs, epochs, lr):
    criterion = nn.MSELoss()
    for epoch in range(epochs):
        for param in net.backbone.parameters():
            param.requires_grad = epoch >= freeze_epochs
        optimizer = torch.optim.SGD([p for p in net.parameters() if p.requires_grad], lr=lr)
        for x, y in batches:
            loss = criterion(net(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
