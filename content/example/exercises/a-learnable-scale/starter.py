class Scale(nn.Module):
    def __init__(self, size):
        super().__init__()

    def forward(self, x):
        return x


layer = Scale(SIZE)
y = layer(x)
