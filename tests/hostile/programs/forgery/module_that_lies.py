# MUST: finished|raised|timed_out|ended_early; verdict!=pass; endless parameters, a denied mode
import torch
from torch import nn
class Model(nn.Module):
    training = property(lambda self: False)
    weight = None
    def named_parameters(self, *a, **k):
        while True:
            yield "weight", nn.Parameter(torch.zeros(100))
    def named_modules(self, *a, **k):
        while True:
            yield "child", self
    parameters = named_buffers = children = named_children = named_parameters
    def state_dict(self, *a, **k):
        raise SystemExit
    def __getitem__(self, index):
        return self
model = Model()
