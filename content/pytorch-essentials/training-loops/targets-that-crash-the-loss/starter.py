import numpy as np
import torch


def to_target(target, task):
    return torch.from_numpy(np.array(target)).float()
