import copy

import torch


def split_grads(shared, x):
    y = shared(torch.tanh(shared(x))).sum()
    y.backward()
    return shared.weight.grad, shared.weight.grad
