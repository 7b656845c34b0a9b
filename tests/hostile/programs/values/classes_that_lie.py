# MUST: finished|raised; verdict!=pass; it says that it is a module, a tensor, an optimizer
import torch
class Pretender:
    def __init__(self, kind):
        self.kind = kind
    @property
    def __class__(self):
        return self.kind
    def __getitem__(self, index):
        return Pretender(torch.nn.Parameter)
model, x = Pretender(torch.nn.Sequential), [Pretender(torch.Tensor), Pretender(torch.optim.SGD), Pretender(dict)]
