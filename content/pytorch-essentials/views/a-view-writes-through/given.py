import torch

t = torch.zeros(2, 1, 3, 4)
