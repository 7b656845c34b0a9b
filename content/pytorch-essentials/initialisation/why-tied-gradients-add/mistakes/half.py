import copy

import torch


def split_grads(shared, x):
    m = copy.deepcopy(shared)
    m(torch.tanh(m(x))).sum().backward()
    return m.weight.grad / 2, m.weight.grad / 2
