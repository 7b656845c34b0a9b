import torch
from torch import nn


def fit(model, loaders, epochs, lr):
    opt, loss_f = torch.optim.SGD(model.parameters(), lr=lr), nn.MSELoss()
    history = {"train": [], "test": []}
    for _ in range(epochs):
        model.train()
        losses = []
        for x, y in loaders["train"]:
            opt.zero_grad()
            loss = loss_f(model(x), y)
            loss.backward()
            opt.step()
            losses.append(float(loss.detach()))
        history["train"].append(sum(losses) / len(losses))
        model.eval()
        with torch.no_grad():
            losses = [loss_f(model(x), y).item() for x, y in loaders["test"]]
        history["test"].append(sum(losses) / len(losses))
    return history
