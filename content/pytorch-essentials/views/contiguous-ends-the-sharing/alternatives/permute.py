t = x.permute(1, 0)
c = t.contiguous()
d = x.contiguous()
