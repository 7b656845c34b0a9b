import torch
from torch import nn


def fit(model, loaders, epochs, lr):
    opt = torch.optim.SGD(model.parameters(), lr=lr)
    loss_f = nn.MSELoss()
    history = {"train": [], "test": []}
    for epoch in range(epochs):
        for phase in ["train", "test"]:
            loss_epoch = 0.0
            for batch_n, (x, y) in enumerate(loaders[phase], 1):
                pre = model.forward(x)
                opt.zero_grad()
                loss = loss_f(pre, y)
                if phase == "train":
                    loss.backward()
                    opt.step()
                loss_epoch += loss
            history[phase].append(loss_epoch / batch_n)
    return history
