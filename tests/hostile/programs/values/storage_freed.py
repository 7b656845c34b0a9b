# MUST: finished|crashed|raised; verdict!=pass; tensors whose memory is gone, or never was
import torch
first = torch.zeros(1000)
first.untyped_storage().resize_(0)
class Layer:
    weight = first
class Other:
    weight = torch.zeros(4).as_strided((2, 2), (1, 1))
model = [Layer, Layer, Other]
x = torch.zeros(4).as_strided((2,), (3,), 0)
x.untyped_storage().resize_(4)
