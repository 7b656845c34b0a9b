import torch


def validate(model, x, y, loss_f):
    model.eval()
    with torch.no_grad():
        out = model(x)
        loss = loss_f(out, y).item()
    return loss, out.argmax(1).tolist()
