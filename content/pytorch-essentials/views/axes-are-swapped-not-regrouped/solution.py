import torch


def to_chw(img):
    return img.permute(2, 0, 1).contiguous()
