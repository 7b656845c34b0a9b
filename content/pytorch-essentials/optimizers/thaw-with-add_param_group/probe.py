import torch
from quizapp.probe import caught, changed, ramp, snapshot

net = new_net()
_ = net.backbone.requires_grad_(False)
opt = torch.optim.SGD(net.classifier.parameters(), lr=0.1, momentum=0.9)
net(ramp(5, 3)).sum().backward()
_ = opt.step()
opt.zero_grad()
error = caught(lambda: thaw(net, opt, 0.01))
momentum_kept = opt.state[net.classifier.weight]["momentum_buffer"].clone()
before = snapshot(net)
net(ramp(5, 3)).sum().backward()
_ = opt.step()
moved = changed(net, before)
