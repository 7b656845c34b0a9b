import torch
from quizapp.probe import fill_, ramp, trace_forward
from torch import nn

net = new_net()
x, y = ramp(6, 3), ramp(6, 2, k=4)
opt = torch.optim.SGD(net.parameters(), lr=0.5)
net(ramp(6, 3)).sum().backward()
_ = net.eval()
with trace_forward(net) as log:
    first = train_step(net, opt, nn.MSELoss(), x, y)
modes_seen = [call.training for call in log.of("")][:1]
after_first = net.classifier.weight.detach().clone()
second = train_step(net, opt, nn.MSELoss(), x, y)
other = fill_(nn.Linear(2, 3), k=3)
adam = torch.optim.Adam(other.parameters(), lr=0.1)
labels = torch.tensor([0, 2, 1, 1])
others = [train_step(other, adam, nn.CrossEntropyLoss(), ramp(4, 2), labels) for _ in range(3)]
