# MUST: finished; verdict!=pass; a tensor of a million million elements in four bytes
import torch
model = [torch.nn.Linear(2, 2), None, torch.nn.Linear(2, 2)]
model[0].weight.data = torch.zeros(1).expand(10**6, 10**6)
x = torch.zeros(1).expand(10**9, 10**9)
