(w * 3).sum().backward()
opt.step()
after_none = w.item()
decayed = None
