# MUST: finished|raised; verdict!=pass; hooks for all modules and all tensors
import torch
from torch import nn
nn.modules.module.register_module_forward_hook(lambda *a: torch.zeros(1))
nn.modules.module.register_module_parameter_registration_hook(lambda *a: nn.Parameter(torch.zeros(1)))
model = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 2))
model[2].weight.register_hook(lambda gradient: gradient * 0)
model(torch.randn(4, 8)).pow(2).mean().backward()
