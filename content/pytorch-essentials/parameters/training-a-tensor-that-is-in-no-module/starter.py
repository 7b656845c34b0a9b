import torch

c = torch.zeros(2)
opt = torch.optim.SGD([c], lr=0.1)
for _ in range(200):
    opt.zero_grad()
    loss = ((points - c) ** 2).sum(dim=1).mean()
    loss.backward()
    opt.step()
