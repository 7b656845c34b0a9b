y = t.view(-1, 6)
row = y[0]
row.fill_(1)
