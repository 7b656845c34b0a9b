import torch
from quizapp.probe import caught, ramp
from torch import nn

bn = nn.BatchNorm1d(2)
error = caught(lambda: [bn(part) for part in batches(ramp(9, 2), 4)])
sizes_of_9 = [len(part) for part in batches(ramp(9, 2), 4)]
rows_of_9 = [row for part in batches(torch.arange(9).reshape(9, 1), 4) for row in part.flatten().tolist()]
sizes_of_8 = [len(part) for part in batches(ramp(8, 2), 4)]
sizes_of_10 = [len(part) for part in batches(ramp(10, 2), 4)]
sizes_of_small = [[len(part) for part in batches(ramp(n, 1), size)] for n, size in [(2, 4), (3, 2), (4, 2), (5, 4), (7, 3)]]
