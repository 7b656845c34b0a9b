import torch


def to_chw(img):
    return torch.from_numpy(img.numpy().transpose(2, 0, 1).copy())
