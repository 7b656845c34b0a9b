import torch
from quizapp.probe import ramp

batch = embed(ramp(6, 3), torch.tensor([[1, 2, 0, 5], [4, 2, 2, 3]]))
single = embed(ramp(6, 3), torch.tensor(5))
deep = embed(ramp(4, 2, k=3), torch.tensor([[[0], [3]], [[2], [2]], [[1], [0]]]))
table = torch.tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], requires_grad=True)
embed(table, torch.tensor([2, 0, 2])).sum().backward()
