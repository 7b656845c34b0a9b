import torch
from quizapp.probe import caught

a = torch.tensor([1.0, 2.0], requires_grad=True)
b = torch.tensor([5.0], requires_grad=True)
c = torch.tensor([3.0], requires_grad=True)
((a * a).sum() + 2 * c.sum()).backward()
address = a.data_ptr()
error = caught(lambda: sgd_step((a, b, c), 0.1))
same_memory = a.data_ptr() == address
