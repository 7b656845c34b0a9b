import torch

def columns_first(x):
    return x.contiguous().permute(1, 0).view(-1)
