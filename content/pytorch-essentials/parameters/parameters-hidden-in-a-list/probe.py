import torch
from quizapp.probe import caught, ramp

three = Scales(3)
one = Scales(1)
start = three(torch.tensor([1.0, -1.0]))
independent = [len(list(three.parameters())), len(list(one.parameters()))]
with torch.no_grad():
    _ = [p.fill_(value) for p, value in zip(three.parameters(), (3.0, -1.0, 0.5))]
x = ramp(4)
out = three(x)
_ = caught(lambda: three(torch.tensor([1.0, 3.0])).sum().backward())
gradients = [None if p.grad is None else p.grad.item() for p in three.parameters()]
