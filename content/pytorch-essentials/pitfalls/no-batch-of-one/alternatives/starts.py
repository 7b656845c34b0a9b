def batches(x, size):
    starts = list(range(0, len(x) - 1, size))
    ends = starts[1:] + [len(x)]
    return [x[a:b] for a, b in zip(starts, ends)]
