from quizapp.probe import fill_
from torch import nn


def new_lstm():
    return fill_(nn.LSTM(2, 4, batch_first=True))
