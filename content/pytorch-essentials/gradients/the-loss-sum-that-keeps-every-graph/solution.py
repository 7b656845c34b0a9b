import torch


def evaluate(model, batches, loss_f):
    loss_epoch = 0.0
    with torch.no_grad():
        for batch_n, (x, y) in enumerate(batches, 1):
            loss = loss_f(model(x), y)
            loss_epoch += loss.item()
    return loss_epoch / batch_n
