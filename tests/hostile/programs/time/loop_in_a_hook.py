# MUST: timed_out; a gradient hook that never ends is ended
import torch
def stay(gradient):
    while True:
        pass
x = torch.ones(2, requires_grad=True)
x.register_hook(stay)
x.sum().backward()
