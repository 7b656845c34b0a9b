import torch
from torch import nn


class Classifier(nn.Module):
    def __init__(self, features, classes):
        super().__init__()
        self.hidden = nn.Linear(features, 8)
        self.out = nn.Linear(8, classes)

    def forward(self, x):
        x = torch.relu(self.hidden(x))
        return self.out(x)


def probabilities(model, x):
    return model(x).softmax(-1)
