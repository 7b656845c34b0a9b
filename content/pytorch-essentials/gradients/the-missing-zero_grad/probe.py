import torch

first = torch.tensor(0.0, requires_grad=True)
pairs = [[1.0, 2.0, -1.0], [1.0, 1.0, 2.0]]
fit(first, *pairs, 0.1)
second = torch.tensor(1.5, requires_grad=True)
fit(second, [0.5, -2.0], [3.0, 1.0], 0.05)
