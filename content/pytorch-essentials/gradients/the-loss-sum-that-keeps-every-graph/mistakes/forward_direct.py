import torch


def evaluate(model, batches, loss_f):
    loss_epoch = 0.0
    with torch.no_grad():
        for batch_n, (x, y) in enumerate(batches, 1):
            loss_epoch += loss_f(model.forward(x), y).item()
    return loss_epoch / batch_n
