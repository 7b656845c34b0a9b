import torch

c = torch.zeros(2, requires_grad=True)
opt = torch.optim.SGD([c.detach().clone().requires_grad_()], lr=0.1)
for _ in range(200):
    opt.zero_grad()
    loss = ((points - c) ** 2).sum(dim=1).mean()
    loss.backward()
    opt.step()
