from quizapp.probe import fill_
from torch import nn


def net():
    return fill_(nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3), nn.ReLU(), nn.Sequential(nn.Linear(3, 1, bias=False))))
