from torch import nn


def build():
    model = nn.Module()
    model.stem = nn.Conv2d(3, 4, 3)
    model.body = nn.Sequential(
        nn.Conv2d(4, 4, 3),
        nn.ReLU(),
        nn.Sequential(nn.Conv2d(4, 4, 1), nn.BatchNorm2d(4)),
        nn.ConvTranspose2d(4, 2, 2),
    )
    return model
