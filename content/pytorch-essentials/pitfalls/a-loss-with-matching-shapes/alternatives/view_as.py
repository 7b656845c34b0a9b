import torch


def train(net, x, y, steps, lr):
    opt = torch.optim.SGD(net.parameters(), lr=lr)
    for _ in range(steps):
        pred = net(x)
        loss = torch.nn.functional.mse_loss(pred, y.view_as(pred))
        opt.zero_grad()
        loss.backward()
        opt.step()
    return loss.item()
