import torch


def to_chw(img):
    h, w, c = img.shape
    return img.view(c, h, w)
