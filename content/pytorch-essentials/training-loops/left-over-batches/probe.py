import torch
from quizapp.probe import gradient_states, ramp, trace_steps
from torch import nn


def batches_of(count):
    return [(ramp(4, 3, k=1 + 4 * i), ramp(4, 1, k=2 + 4 * i)) for i in range(count)]


net = new_net()
batches = batches_of(6)
with trace_steps(net) as log:
    train_epoch(net, torch.optim.SGD(net.parameters(), lr=0.3), batches, nn.MSELoss(), 4)
steps = len(log)
weight = net[0].weight.detach().clone()
bias = net[2].bias.detach().clone()
states = gradient_states(net)
other = new_net()
train_epoch(other, torch.optim.SGD(other.parameters(), lr=0.3), batches_of(4), nn.MSELoss(), 2)
even = other[0].weight.detach().clone()
third = new_net()
train_epoch(third, torch.optim.SGD(third.parameters(), lr=0.3), batches_of(3), nn.BCEWithLogitsLoss(), 8)
few = third[2].weight.detach().clone()
