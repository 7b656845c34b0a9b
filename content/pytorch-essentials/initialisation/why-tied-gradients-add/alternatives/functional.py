import torch
import torch.nn.functional as F


def split_grads(shared, x):
    w1 = shared.weight.detach().clone().requires_grad_()
    w2 = shared.weight.detach().clone().requires_grad_()
    b = shared.bias.detach()
    y = F.linear(torch.tanh(F.linear(x, w1, b)), w2, b).sum()
    return torch.autograd.grad(y, (w1, w2))
