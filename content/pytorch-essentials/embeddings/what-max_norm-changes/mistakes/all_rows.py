def lookup(weight, ids, max_norm):
    for i in range(len(weight)):
        norm = weight[i].norm()
        if norm > max_norm:
            weight[i] *= max_norm / norm
    return weight[ids]
