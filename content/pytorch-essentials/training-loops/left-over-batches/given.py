from quizapp.probe import fill_
from torch import nn


def new_net():
    return fill_(nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 1)))
