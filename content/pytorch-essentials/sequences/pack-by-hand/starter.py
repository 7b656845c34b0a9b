import torch


def pack(seqs):
    data = torch.cat(seqs).tolist()
    return data, [len(s) for s in seqs]
