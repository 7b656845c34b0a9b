history = list()
(w * 2).sum().backward()
history += w.grad.tolist()
(w * 2).sum().backward()
history += w.grad.tolist()
(w * 2).sum().backward()
history += w.grad.tolist()
del w.grad
