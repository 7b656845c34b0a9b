import torch
import torch.nn.functional as F


def train(net, batches, epochs, lr):
    opt = torch.optim.SGD(net.parameters(), lr=lr)
    sched = torch.optim.lr_scheduler.StepLR(opt, step_size=1, gamma=0.1)
    for _ in range(epochs):
        opt = torch.optim.SGD(net.parameters(), lr=lr)
        for x, y in batches:
            opt.zero_grad()
            F.mse_loss(net(x), y).backward()
            opt.step()
        sched.step()
