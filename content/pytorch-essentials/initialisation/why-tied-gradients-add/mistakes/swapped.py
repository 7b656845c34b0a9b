import copy

import torch


def split_grads(shared, x):
    first, second = copy.deepcopy(shared), copy.deepcopy(shared)
    second(torch.tanh(first(x))).sum().backward()
    return second.weight.grad, first.weight.grad
