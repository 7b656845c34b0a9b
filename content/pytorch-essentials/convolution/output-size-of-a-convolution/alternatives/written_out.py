import math


def out_size(h, w, kernel_size, stride=1, padding=0, dilation=1):
    options = []
    for option in (kernel_size, stride, padding, dilation):
        if isinstance(option, int):
            option = (option, option)
        options.append(option)
    (kh, kw), (sh, sw), (ph, pw), (dh, dw) = options
    height = math.floor((h + 2 * ph - dh * (kh - 1) - 1) / sh + 1)
    width = math.floor((w + 2 * pw - dw * (kw - 1) - 1) / sw + 1)
    return height, width
