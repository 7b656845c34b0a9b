import torch


def train(net, x, y, steps, lr):
    opt = torch.optim.SGD(net.parameters(), lr=lr)
    for _ in range(steps):
        loss = torch.nn.MSELoss()(net(x), y.reshape(len(y), 1))
        opt.zero_grad()
        loss.backward()
        opt.step()
    return loss.item()
