import torch
from quizapp.probe import caught, fill_, ramp
from torch import nn

held = opt.param_groups[0]["params"][0]
w = torch.tensor([[3.0, 4.0]])
error = caught(lambda: load_values(net, w))
loaded = net.weight.detach().clone()
_ = net(torch.tensor([[1.0, 2.0]])).sum().backward()
_ = opt.step()
wide = fill_(nn.Linear(4, 3))
_ = load_values(wide, ramp(3, 4, k=7))
