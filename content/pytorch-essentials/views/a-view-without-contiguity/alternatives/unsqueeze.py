v = x.unsqueeze(-1)
p = x.unsqueeze(1)
