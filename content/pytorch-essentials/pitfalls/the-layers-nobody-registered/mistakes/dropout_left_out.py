from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes, p):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))
        self.drops = [nn.Dropout(p) for _ in sizes[2:]]

    def forward(self, x):
        for layer, drop in zip(self.layers, self.drops):
            x = drop(layer(x).relu())
        return self.layers[-1](x)
