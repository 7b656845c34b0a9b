import torch
from quizapp.probe import caught, ramp

values = ramp(2, 3)
w = new_weight(values, 0.01, torch.float64)
stepped = new_weight(values, 2.0, torch.float32)


def take_a_step():
    opt = torch.optim.SGD([stepped], lr=0.25)
    stepped.pow(2).sum().backward()
    opt.step()


error = caught(take_a_step)
