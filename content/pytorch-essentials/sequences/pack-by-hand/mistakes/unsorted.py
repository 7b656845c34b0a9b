def pack(seqs):
    data, sizes = [], []
    for t in range(max(len(s) for s in seqs)):
        alive = [s for s in seqs if len(s) > t]
        data += [s[t].item() for s in alive]
        sizes.append(len(alive))
    return data, sizes
