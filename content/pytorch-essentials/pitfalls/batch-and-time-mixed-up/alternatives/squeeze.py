from torch import nn


class Encoder(nn.Module):
    def __init__(self, features, hidden):
        super().__init__()
        self.rnn = nn.LSTM(input_size=features, hidden_size=hidden, num_layers=1, batch_first=True)

    def forward(self, x):
        return self.rnn(x)[1][0].squeeze(0)
