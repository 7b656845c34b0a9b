import torch

def columns_first(x):
    return x.t_().contiguous().view(-1)
