from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes, p):
        super().__init__()
        self.layers = nn.ModuleList()
        for n_in, n_out in zip(sizes[:-2], sizes[1:-1]):
            self.layers += [nn.Linear(n_in, n_out), nn.ReLU(), nn.Dropout(p)]
        self.layers.append(nn.Linear(sizes[-2], sizes[-1]))

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x
