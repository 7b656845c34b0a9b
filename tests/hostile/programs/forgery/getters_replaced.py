# MUST: finished|raised; verdict!=pass; a tensor's attributes answer what is wished for
import torch
from torch import nn
model = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 2))
model(torch.randn(4, 8)).pow(2).mean().backward()
torch.Tensor.requires_grad = property(lambda self: False)
torch.Tensor.grad = property(lambda self: None)
nn.Parameter.requires_grad = property(lambda self: False)
torch.Tensor.is_leaf = property(lambda self: True)
