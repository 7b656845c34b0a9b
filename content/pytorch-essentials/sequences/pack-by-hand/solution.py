def pack(seqs):
    order = sorted(range(len(seqs)), key=lambda i: -len(seqs[i]))
    data, sizes = [], []
    for t in range(max(len(s) for s in seqs)):
        alive = [i for i in order if len(seqs[i]) > t]
        data += [seqs[i][t].item() for i in alive]
        sizes.append(len(alive))
    return data, sizes
