t = x.transpose(0, 1)
c = torch.empty(3, 2)
c.copy_(t)
d = x
