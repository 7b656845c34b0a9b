from quizapp.probe import fill_
from torch import nn


def make_net():
    return fill_(nn.Sequential(nn.BatchNorm1d(2), nn.Linear(2, 1)))
