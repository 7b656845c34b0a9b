import torch

c = torch.zeros(2)
c.requires_grad = True
opt = torch.optim.SGD([{"params": [c]}], lr=0.1)
for _ in range(200):
    c.grad = None
    torch.mean(torch.sum((points - c) ** 2, dim=-1)).backward()
    opt.step()
