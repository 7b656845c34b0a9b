# MUST: finished|raised; verdict!=pass; a subclass that answers for its tensor
import torch
from torch import nn
class Liar(torch.Tensor):
    @classmethod
    def __torch_function__(cls, function, types, arguments=(), keywords=None):
        return False
    requires_grad = property(lambda self: False)
    grad = property(lambda self: None)
    shape = property(lambda self: (16, 8))
    __class__ = property(lambda self: nn.Parameter)
torch.manual_seed(0)
honest = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 2))
honest(torch.randn(4, 8)).pow(2).mean().backward()
class Model:
    def __getitem__(self, index):
        return type("Layer", (), {"weight": torch.zeros(16, 8).as_subclass(Liar) if index == 0 else honest[2].weight})
model = Model()
