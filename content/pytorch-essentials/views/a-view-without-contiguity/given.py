import torch

base = torch.arange(12).view(3, 4)
x = base[:, :2]
