# MUST: timed_out; a loop made of torch operations is ended
import torch
x = torch.ones(64, 64, requires_grad=True)
while True:
    (x @ x).sum().backward()
