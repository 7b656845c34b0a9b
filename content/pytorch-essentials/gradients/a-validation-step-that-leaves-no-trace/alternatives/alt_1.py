import torch


@torch.inference_mode()
def validate(model, x, y, loss_f):
    mode = model.training
    model.eval()
    try:
        out = model(x)
        return float(loss_f(out, y)), torch.max(out, 1)[1].tolist()
    finally:
        model.train(mode)
