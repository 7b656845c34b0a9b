def batches(x, size):
    start = 0
    while start < len(x):
        stop = start + size
        if len(x) - stop == 1:
            stop += 1
        yield x[start:stop]
        start = stop
