w = emb.weight.detach().clone()
w[0] = 1
emb.weight = nn.Parameter(w)
