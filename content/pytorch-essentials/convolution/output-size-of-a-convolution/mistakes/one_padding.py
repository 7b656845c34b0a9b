def pair(v):
    return v if isinstance(v, tuple) else (v, v)


def out_size(h, w, kernel_size, stride=1, padding=0, dilation=1):
    k, s, p, d = map(pair, (kernel_size, stride, padding, dilation))
    return tuple((n + p[i] - d[i] * (k[i] - 1) - 1) // s[i] + 1 for i, n in enumerate((h, w)))
