from torch import nn


class Encoder(nn.Module):
    def __init__(self, features, hidden):
        super().__init__()
        self.rnn = nn.LSTM(features, hidden)

    def forward(self, x):
        out, (h, c) = self.rnn(x)
        return h[-1]
