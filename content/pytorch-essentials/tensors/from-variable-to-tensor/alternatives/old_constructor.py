import torch

x = torch.FloatTensor([[1, 2], [3, 4]])
x.requires_grad_()
out = (x * x).mean()
out.backward()
