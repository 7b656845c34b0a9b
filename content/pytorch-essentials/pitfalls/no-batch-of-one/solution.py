def batches(x, size):
    parts = [x[i : i + size] for i in range(0, len(x), size)]
    if len(parts) > 1 and len(parts[-1]) == 1:
        parts[-2:] = [x[-(size + 1) :]]
    return parts
