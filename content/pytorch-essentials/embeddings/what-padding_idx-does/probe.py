import torch
from quizapp.probe import numbers

emb = build(5, 3, 2)
start = numbers(emb.weight)
pad_at_start = start[2]
others_at_start = bool((abs(start[[0, 1, 3, 4]]).max(axis=1) > 0).all())
emb(torch.tensor([[2, 1, 2], [0, 3, 4]])).sum().backward()
_ = torch.optim.SGD(emb.parameters(), lr=0.5).step()
last = build(4, 2, 3)
last(torch.tensor([3, 0])).sum().backward()
last_row = [last.weight[3].tolist(), last.weight.grad[3].tolist(), last.weight.grad[0].tolist()]
