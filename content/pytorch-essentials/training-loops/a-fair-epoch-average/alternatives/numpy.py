import numpy as np


def epoch_loss(losses, sizes):
    return np.average(losses, weights=sizes)
