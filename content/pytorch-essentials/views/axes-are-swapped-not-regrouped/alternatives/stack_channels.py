import torch


def to_chw(img):
    return torch.stack([img[:, :, channel] for channel in range(img.shape[2])])
