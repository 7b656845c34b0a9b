from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes, p):
        super().__init__()
        self.out = nn.Linear(sizes[-2], sizes[-1])
        self.drop = nn.Dropout(p)
        self.count = len(sizes) - 2
        for i in range(self.count):
            setattr(self, f"hidden{i}", nn.Linear(sizes[i], sizes[i + 1]))

    def forward(self, x):
        for i in range(self.count):
            x = self.drop(getattr(self, f"hidden{i}")(x).clamp(min=0))
        return self.out(x)
