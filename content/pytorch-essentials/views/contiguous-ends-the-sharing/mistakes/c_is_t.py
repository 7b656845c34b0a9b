t = x.t()
c = t
d = x.contiguous()
