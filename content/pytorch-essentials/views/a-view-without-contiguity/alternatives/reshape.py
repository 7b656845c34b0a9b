v = x.reshape(3, 2, 1)
p = v.transpose(1, 2)
