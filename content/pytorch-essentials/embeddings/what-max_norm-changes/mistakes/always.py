def lookup(weight, ids, max_norm):
    for i in ids.unique().tolist():
        weight[i] *= max_norm / weight[i].norm()
    return weight[ids]
