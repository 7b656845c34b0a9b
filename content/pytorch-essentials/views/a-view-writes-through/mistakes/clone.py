y = t.clone().view(4, 6)
y[0] = 1
