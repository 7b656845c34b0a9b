import torch


def evaluate(model, batches, loss_f):
    total, count = 0, 0
    with torch.set_grad_enabled(False):
        for x, y in batches:
            total += loss_f(model(x), y).detach().item()
            count += 1
    return total / count
