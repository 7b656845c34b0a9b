import torch
import torch.nn.functional as F


def train_epoch(model, opt, batches):
    model.train()
    total = 0.0
    for x, y in batches:
        loss = F.mse_loss(model(x), y)
        opt.zero_grad()
        loss.backward()
        opt.step()
        total += loss.item()
    return total / len(batches)


@torch.inference_mode()
def evaluate(model, batches):
    model.eval()
    return sum(F.mse_loss(model(x), y).item() for x, y in batches) / len(batches)


def fit(model, loaders, epochs, lr):
    opt = torch.optim.SGD(model.parameters(), lr)
    history = {"train": [], "test": []}
    for _ in range(epochs):
        history["train"].append(train_epoch(model, opt, loaders["train"]))
        history["test"].append(evaluate(model, loaders["test"]))
    return history
