import torch

four = torch.tensor(1.0, requires_grad=True)
pairs = [[1.0, 2.0, 3.0, 4.0], [2.0, 0.0, 1.0, -1.0]]
accumulate(four, *pairs, 0.05, 4)
two = torch.tensor(-0.5, requires_grad=True)
accumulate(two, [1.0, -1.0], [1.0, 1.0], 0.1, 2)
