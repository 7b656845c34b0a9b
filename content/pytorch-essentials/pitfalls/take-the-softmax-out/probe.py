import torch
from quizapp.probe import fill_, ramp
from torch import nn

net = fill_(Classifier(3, 5))
in_train_mode = all(layer.training for layer in Classifier(3, 5).modules())
x = ramp(6, 3)
scores = net(x).detach()
more = ramp(4, 3, k=2)
chances = probabilities(net, more).detach()
sums = probabilities(fill_(Classifier(2, 3)), ramp(2, 2)).detach().sum(dim=1)


def loss_after_training():
    model = fill_(Classifier(4, 4))
    opt = torch.optim.Adam(model.parameters(), lr=0.1)
    for _ in range(40):
        loss = nn.CrossEntropyLoss()(model(torch.eye(4)), torch.arange(4))
        opt.zero_grad()
        loss.backward()
        opt.step()
    return loss.item()


learns = loss_after_training() < 0.2
