import torch

x = torch.tensor([[1, 2], [3, 4]], dtype=torch.float32)
x.requires_grad = True
out = torch.mean(torch.square(x))
torch.autograd.backward(out)
