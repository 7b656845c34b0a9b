(w * 3).sum().backward()
opt.zero_grad()
opt.step()
after_none = w.item()

(w * 3).sum().backward()
opt.zero_grad(set_to_none=False)
opt.step()
decayed = w.item()
