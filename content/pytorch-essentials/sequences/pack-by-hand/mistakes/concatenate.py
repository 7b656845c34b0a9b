import torch


def pack(seqs):
    return torch.cat(seqs).tolist(), [s.numel() for s in seqs]
