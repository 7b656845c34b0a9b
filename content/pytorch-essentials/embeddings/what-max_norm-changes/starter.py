def lookup(weight, ids, max_norm):
    out = weight[ids]
    return out / out.norm()
