import torch
from quizapp.probe import caught, ramp

x = torch.tensor([-1.0, 0.5, 2.0], requires_grad=True)
y = boosted(x)
error = caught(lambda: y.sum().backward())
matrix = ramp(2, 3, scale=3.0).requires_grad_()
_ = caught(lambda: boosted(matrix).pow(2).sum().backward())
plain = ramp(4)
_ = boosted(plain)
