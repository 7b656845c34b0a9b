import torch
from quizapp.probe import fill_
from torch import nn


def new_model():
    return fill_(nn.Sequential(nn.Linear(1, 8), nn.Tanh(), nn.Linear(8, 1)))


def new_loaders():
    """y = x * x on [-1, 1]: four train batches, two test batches."""
    x = torch.linspace(-1, 1, 60).unsqueeze(1)
    i = torch.arange(60)
    train, test = x[i % 3 != 0], x[i % 3 == 0]
    return {"train": [(b, b * b) for b in (train[k::4] for k in range(4))], "test": [(b, b * b) for b in (test[0::2], test[1::2])]}
