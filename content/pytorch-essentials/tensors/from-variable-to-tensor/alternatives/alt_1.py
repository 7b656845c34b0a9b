import torch

x = torch.arange(1.0, 5.0).view(2, 2).requires_grad_()
out = x.pow(2).mean()
out.backward()
