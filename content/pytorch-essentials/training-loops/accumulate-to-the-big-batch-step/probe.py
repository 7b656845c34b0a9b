import torch
from quizapp.probe import close, gradient_states, ramp, trace_steps
from torch import nn


def batches_of(count):
    return [(ramp(4, 3, k=1 + 4 * i), ramp(4, 1, k=2 + 4 * i)) for i in range(count)]


net = new_net()
batches = batches_of(4)
with trace_steps(net) as log:
    train_epoch(net, torch.optim.SGD(net.parameters(), lr=0.3), batches, nn.MSELoss(), 4)
steps = len(log)
weight = net[0].weight.detach().clone()
states = gradient_states(net)
big = new_net()
inputs, targets = (torch.cat(part) for part in zip(*batches_of(4)))
nn.MSELoss()(big(inputs), targets).backward()
_ = torch.optim.SGD(big.parameters(), lr=0.3).step()
like_the_big_batch = [close(p, q) for p, q in zip(net.parameters(), big.parameters())]
other = new_net()
train_epoch(other, torch.optim.SGD(other.parameters(), lr=0.1), batches_of(6), nn.BCEWithLogitsLoss(), 3)
two_groups = other[2].weight.detach().clone()
