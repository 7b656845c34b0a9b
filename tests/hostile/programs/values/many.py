# MUST: finished; thousands of parameters are cut, not refused
import torch
from torch import nn
model = nn.ModuleList([nn.Linear(2, 2) for _ in range(2000)])
x = {number: torch.ones(2) for number in range(3000)}
