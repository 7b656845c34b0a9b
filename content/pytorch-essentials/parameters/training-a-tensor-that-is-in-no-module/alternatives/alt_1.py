import torch

c = torch.nn.Parameter(torch.zeros(2))
opt = torch.optim.SGD([c], lr=0.1)
for _ in range(200):
    loss = (points - c).pow(2).sum(1).mean()
    opt.zero_grad()
    loss.backward()
    opt.step()
