with torch.no_grad():
    emb.weight[emb.padding_idx].fill_(1)
