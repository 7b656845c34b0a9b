import torch


def validate(model, x, y, loss_f):
    was_training = model.training
    model.eval()
    out = model(x)
    loss = loss_f(out, y).item()
    model.train(was_training)
    return loss, out.argmax(1).tolist()
