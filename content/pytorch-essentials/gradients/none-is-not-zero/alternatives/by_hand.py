(w * 3).sum().backward()
w.grad = None
opt.step()
after_none = float(w)
(w * 3).sum().backward()
w.grad.zero_()
opt.step()
decayed = float(w)
