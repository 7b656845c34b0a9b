import copy

import torch


def split_grads(shared, x):
    m = copy.deepcopy(shared)
    m(torch.tanh(m(x))).sum().backward()
    total = m.weight.grad
    return total, total.clone()
