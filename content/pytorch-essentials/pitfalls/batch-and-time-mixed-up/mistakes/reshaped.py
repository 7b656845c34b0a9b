from torch import nn


class Encoder(nn.Module):
    def __init__(self, features, hidden):
        super().__init__()
        self.rnn = nn.LSTM(features, hidden)

    def forward(self, x):
        batch, time, features = x.shape
        out, (h, c) = self.rnn(x.reshape(time, batch, features))
        return h[-1]
