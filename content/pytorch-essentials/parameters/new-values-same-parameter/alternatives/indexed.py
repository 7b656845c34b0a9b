import torch


@torch.no_grad()
def load_values(layer, w):
    layer.weight[:] = w
