import torch


@torch.no_grad()
def evaluate(model, batches, loss_f):
    losses = [float(loss_f(model(x), y)) for x, y in batches]
    return sum(losses) / len(losses)
