nn.init.ones_(emb.weight[0])
