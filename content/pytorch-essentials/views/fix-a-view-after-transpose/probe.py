import torch

from quizapp.probe import ramp

matrix = torch.tensor([[1, 2, 3], [4, 5, 6]])
columns_of_2x3 = columns_first(matrix)
columns_of_4x3 = columns_first(ramp(4, 3))
columns_of_transposed = columns_first(ramp(3, 5).t())
