import torch


def evaluate(model, batches, loss_f):
    total = 0.0
    with torch.no_grad():
        for x, y in batches:
            total += loss_f(model(x), y).item()
    return total
