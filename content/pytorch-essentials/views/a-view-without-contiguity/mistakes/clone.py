v = x.clone().view(3, 2, 1)
p = x.clone().view(3, 1, 2)
