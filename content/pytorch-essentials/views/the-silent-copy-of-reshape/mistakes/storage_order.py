import torch

def mark_first(x, n):
    torch.as_strided(x, (n,), (1,), x.storage_offset()).fill_(-1)
