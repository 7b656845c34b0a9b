import numpy as np
import torch


def to_target(target, task):
    kind = np.int64 if task == "class" else np.float32
    return torch.from_numpy(np.asarray(target).astype(kind))
