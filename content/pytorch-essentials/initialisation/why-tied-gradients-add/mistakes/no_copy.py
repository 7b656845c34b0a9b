import copy

import torch


def split_grads(shared, x):
    first = second = copy.deepcopy(shared)
    second(torch.tanh(first(x))).sum().backward()
    return first.weight.grad, second.weight.grad
