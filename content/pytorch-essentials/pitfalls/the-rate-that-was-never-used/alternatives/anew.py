import torch
import torch.nn.functional as F


def train(net, batches, epochs, lr):
    for epoch in range(epochs):
        opt = torch.optim.SGD(net.parameters(), lr=lr * 0.1**epoch)
        for x, y in batches:
            opt.zero_grad()
            F.mse_loss(net(x), y).backward()
            opt.step()
