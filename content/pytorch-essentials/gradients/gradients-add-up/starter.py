history = []
for _ in range(3):
    loss = (w * 2).sum()
    history.append(w.grad)
