from quizapp.probe import fill_, shares_memory
from torch import nn

net = fill_(nn.Linear(2, 1))
losses = [3.0, 1.0, 2.0, 1.0, 4.0]
state = train(net, losses)
bias = state["bias"]
weight = state["weight"]
shares = shares_memory(weight, net.weight)
names = list(state)
falling = train(fill_(nn.Linear(2, 1)), [5.0, 4.0, 3.0])["bias"].tolist()
