from quizapp.probe import fill_
from torch import nn


def net(k):
    model = nn.Module()
    model.body = nn.Linear(2, 3)
    model.head = nn.Linear(3, 1)
    return fill_(model, k=k)
