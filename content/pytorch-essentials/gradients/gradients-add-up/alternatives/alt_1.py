opt = torch.optim.SGD([w], lr=0.1)
history = []
for _ in range(3):
    loss = (w * 2).sum()
    loss.backward()
    history.append(float(w.grad))
opt.zero_grad()
