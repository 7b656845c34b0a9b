import torch

def to_chw(img):
    h, w, c = img.shape
    return img.reshape(c, h, w)
