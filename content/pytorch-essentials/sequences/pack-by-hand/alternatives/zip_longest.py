from itertools import zip_longest


def pack(seqs):
    ordered = sorted((s.tolist() for s in seqs), key=len, reverse=True)
    columns = [[v for v in column if v is not None] for column in zip_longest(*ordered)]
    return [v for column in columns for v in column], [len(column) for column in columns]
