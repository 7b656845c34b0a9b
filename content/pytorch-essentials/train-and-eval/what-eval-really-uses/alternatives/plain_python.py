def running_stats(batches, momentum=0.1):
    mean, var = 0, 1
    for batch in batches:
        centre = sum(batch) / len(batch)
        spread = sum((v - centre) ** 2 for v in batch) / (len(batch) - 1)
        mean += momentum * (centre - mean)
        var += momentum * (spread - var)
    return mean, var
