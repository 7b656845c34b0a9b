import torch
from quizapp.probe import caught, changed, ramp, snapshot

net = MLP([3, 16, 8, 2], 0.5)
modes = sorted({layer.training for layer in net.modules()})
shapes = sorted(list(p.shape) for p in net.parameters())
saved = len(net.state_dict())
with torch.no_grad():
    for p in net.parameters():
        _ = p.fill_(0.1)
_ = net.eval()
x = ramp(5, 3)
y = net(x).detach()
same_in_eval = torch.equal(net(x), net(x))
before = snapshot(net)


def take_a_step():
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    net(x).sum().backward()
    opt.step()


_ = caught(take_a_step)
moved = len(changed(net, before))
_ = net.train()
differ_in_train = not torch.equal(net(torch.ones(8, 3)), net(torch.ones(8, 3)))
small = sorted(list(p.shape) for p in MLP([2, 5, 1], 0.1).parameters())
