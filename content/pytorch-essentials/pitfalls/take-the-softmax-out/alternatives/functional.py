import torch
import torch.nn.functional as F


class Classifier(torch.nn.Module):
    def __init__(self, features, classes):
        super().__init__()
        self.net = torch.nn.Sequential(torch.nn.Linear(features, 8), torch.nn.ReLU(), torch.nn.Linear(8, classes))

    def forward(self, x):
        return self.net(x)


@torch.no_grad()
def probabilities(model, x):
    return F.log_softmax(model(x), dim=-1).exp()
