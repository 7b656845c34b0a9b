v = x[:, :, None]
p = x[:, None]
