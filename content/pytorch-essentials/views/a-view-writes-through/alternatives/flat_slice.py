y = t.view(4, 6)
y.view(-1)[:6] += 1
