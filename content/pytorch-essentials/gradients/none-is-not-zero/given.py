import torch

w = torch.ones(1, requires_grad=True)
opt = torch.optim.SGD([w], lr=0.1, weight_decay=0.5)
