# MUST: finished|raised; verdict!=pass; every operation of torch passes through a liar
import torch
from torch import nn
from torch.overrides import TorchFunctionMode
from torch.utils._python_dispatch import TorchDispatchMode
model = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 2))
class Dispatch(TorchDispatchMode):
    def __torch_dispatch__(self, function, types, arguments=(), keywords=None):
        return torch.zeros(2, 16)
class Function(TorchFunctionMode):
    def __torch_function__(self, function, types, arguments=(), keywords=None):
        return False
Dispatch().__enter__()
Function().__enter__()
