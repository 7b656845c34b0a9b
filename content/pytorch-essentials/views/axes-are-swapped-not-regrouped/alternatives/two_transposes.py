def to_chw(img):
    return img.transpose(1, 2).transpose(0, 1).contiguous()
