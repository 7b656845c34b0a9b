import torch
from torch import nn


def fit(model, loaders, epochs, lr):
    opt = torch.optim.SGD(model.parameters(), lr=lr)
    loss_f = nn.MSELoss()
    history = {"train": [], "test": []}
    for epoch in range(epochs):
        for phase in ("train", "test"):
            training = phase == "train"
            model.train(training)
            loss_epoch = 0.0
            with torch.enable_grad():
                for batch_n, (x, y) in enumerate(loaders[phase], 1):
                    loss = loss_f(model(x), y)
                    opt.zero_grad()
                    loss.backward()
                    opt.step()
                    loss_epoch += loss.item()
            history[phase].append(loss_epoch / batch_n)
    return history
