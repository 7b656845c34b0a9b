def out_size(h, w, kernel_size, stride=1, padding=0, dilation=1):
    height = (h - kernel_size) // stride + 1
    width = (w - kernel_size) // stride + 1
    return height, width
