import torch


def pack(seqs):
    lengths = torch.tensor([len(s) for s in seqs])
    order = torch.sort(lengths, descending=True, stable=True).indices
    padded = torch.zeros(len(seqs), int(lengths.max()), dtype=seqs[0].dtype)
    for row, i in enumerate(order):
        padded[row, : lengths[i]] = seqs[i]
    mask = torch.arange(padded.shape[1]) < lengths[order][:, None]
    return padded.T[mask.T].tolist(), mask.sum(0).tolist()
