import torch

c = torch.zeros(2, requires_grad=True)
opt = torch.optim.SGD(params=(c,), lr=1e-1)
for i in range(200):
    loss = ((points - c) ** 2).sum() / len(points)
    opt.zero_grad()
    loss.backward()
    opt.step()
