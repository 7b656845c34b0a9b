import torch

shapes = [list(p.shape) for p in net.parameters()]
with torch.no_grad():
    _ = net[2].weight.fill_(3.0)
follows = net[4].weight.tolist()
