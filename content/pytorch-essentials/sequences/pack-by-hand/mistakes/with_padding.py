def pack(seqs):
    order = sorted(range(len(seqs)), key=lambda i: -len(seqs[i]))
    data, sizes = [], []
    for t in range(max(len(s) for s in seqs)):
        data += [seqs[i][t].item() if len(seqs[i]) > t else 0 for i in order]
        sizes.append(len(order))
    return data, sizes
