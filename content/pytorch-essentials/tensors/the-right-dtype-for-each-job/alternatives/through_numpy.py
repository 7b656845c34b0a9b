import numpy as np
import torch


def prepare(ids, feats, labels):
    feats = np.array(feats, dtype=np.float32)
    return torch.from_numpy(np.array(ids)), torch.from_numpy(feats), torch.from_numpy(np.array(labels))
