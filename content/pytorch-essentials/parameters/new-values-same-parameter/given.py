import torch
from quizapp.probe import fill_
from torch import nn

net = fill_(nn.Linear(2, 1))
opt = torch.optim.SGD(net.parameters(), lr=0.5)
