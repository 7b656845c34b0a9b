import torch
from quizapp.probe import fill_, ramp

fresh = Net()
net = fill_(Net())
x = ramp(20, 50)
plain = net.fc(x)
_ = net.eval()
eval_twice_the_same = torch.equal(net(x), net(x))
eval_drops_nothing = torch.equal(net(x), plain)
_ = net.train()
trained = net(x)
kept = trained != 0
train_drops_half = 0.4 < kept.float().mean().item() < 0.6
train_doubles_the_rest = bool(kept.any()) and torch.allclose(trained[kept], 2 * plain[kept])
names = [name for name, _ in net.named_parameters()]
