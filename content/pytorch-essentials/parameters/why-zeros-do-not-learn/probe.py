import torch
from quizapp.probe import changed, fill_, ramp, snapshot
from torch import nn

x = ramp(4, 3)
zeros = grad_report(ZeroNet(), x)
net = fill_(ZeroNet())
before = snapshot(net)
filled = grad_report(net, ramp(4, 3))
_ = net.linear1.requires_grad_(False)
frozen = grad_report(net, ramp(4, 3))
values_kept = changed(net, before) == []
pair = nn.Sequential(nn.Linear(2, 1), nn.Linear(1, 1))
with torch.no_grad():
    _ = [p.fill_(1.0) for p in pair.parameters()]
cancelling = grad_report(pair, torch.tensor([[1.0, -1.0]]))
corner = nn.Linear(2, 1)
with torch.no_grad():
    _ = [p.fill_(1.0) for p in corner.parameters()]
doubled = [grad_report(corner, torch.tensor([[0.0, 3.0]])), grad_report(corner, torch.tensor([[0.0, 3.0]]))]
balanced = nn.Linear(1, 1)
with torch.no_grad():
    _ = balanced.weight.fill_(1.0), balanced.bias.fill_(0.0)
of_balanced = grad_report(balanced, torch.tensor([[1.0], [-1.0]]))
