def pair(v):
    return v if isinstance(v, tuple) else (v, v)


def out_size(h, w, kernel_size, stride=1, padding=0, dilation=1):
    k, s, p, d = map(pair, (kernel_size, stride, padding, dilation))
    return tuple((n + 2 * p[i] - k[i]) // s[i] + 1 for i, n in enumerate((h, w)))
