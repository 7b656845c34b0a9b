from torch import nn


class Encoder(nn.Module):
    def __init__(self, features, hidden):
        super().__init__()
        self.rnn = nn.LSTM(features, hidden)

    def forward(self, x):
        out, _ = self.rnn(x.permute(1, 0, 2))
        return out[-1, :, :]
