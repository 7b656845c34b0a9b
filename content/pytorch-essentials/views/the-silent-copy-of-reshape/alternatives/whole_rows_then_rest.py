def mark_first(x, n):
    rows, rest = divmod(n, x.shape[1])
    x[:rows] = -1
    if rest:
        x[rows, :rest] = -1
