from statistics import mean as average
from statistics import variance


def running_stats(batches, momentum=0.1):
    m, v = 0.0, 1.0
    for batch in batches:
        m, v = m * (1 - momentum) + average(batch) * momentum, v * (1 - momentum) + variance(batch) * momentum
    return [m, v]
