def batches(x, size):
    parts = [x[i : i + size] for i in range(0, len(x), size)]
    return [part for part in parts if len(part) > 1]
