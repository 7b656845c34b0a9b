def batches(x, size):
    return [x[i : i + size] for i in range(0, len(x) - size + 1, size)]
