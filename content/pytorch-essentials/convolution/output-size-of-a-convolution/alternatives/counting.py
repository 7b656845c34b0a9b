def out_size(h, w, kernel_size, stride=1, padding=0, dilation=1):
    def axis(n, which):
        k, s, p, d = (o[which] if isinstance(o, (tuple, list)) else o for o in (kernel_size, stride, padding, dilation))
        return len(range(0, n + 2 * p - d * (k - 1), s))

    return [axis(h, 0), axis(w, 1)]
