emb.weight[0].fill_(1.0)
