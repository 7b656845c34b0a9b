import torch


def validate(model, x, y, loss_f):
    with torch.no_grad():
        y_pred = model(x)
        _, cls = torch.max(y_pred, 1)
        loss = loss_f(y_pred, y)
    return loss, cls
