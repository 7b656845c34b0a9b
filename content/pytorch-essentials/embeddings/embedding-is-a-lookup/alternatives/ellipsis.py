def embed(weight, ids):
    return weight[ids.long(), :]
